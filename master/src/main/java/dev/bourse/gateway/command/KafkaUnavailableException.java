package dev.bourse.gateway.command;

import java.io.Serial;

/** A record could not be written in time. Nobody knows whether it will be. */
public final class KafkaUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  KafkaUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
