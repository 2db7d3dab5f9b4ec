package dev.bourse.gateway.view;

/** Ends when closed. */
public interface Registration extends AutoCloseable {

  @Override
  void close();
}
