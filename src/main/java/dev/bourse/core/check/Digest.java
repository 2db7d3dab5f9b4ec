package dev.bourse.core.check;

/**
 * A running 64-bit digest (FNV-1a) of text. Not against forgery: against two machines that disagree
 * without noticing.
 */
public final class Digest {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long value;

  /** Goes on from an earlier value; 0 to begin. */
  public Digest(long start) {
    value = start == 0 ? BASIS : start;
  }

  /** Takes in the text form of something; for a record that is its name and every component. */
  public void add(Object item) {
    String text = item.toString();
    long hash = value;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    value = (hash ^ '\n') * PRIME;
  }

  /** The digest of everything taken in so far. */
  public long value() {
    return value;
  }

  /** A digest as it is shown: 16 hexadecimal digits. */
  public static String text(long digest) {
    String hex = Long.toHexString(digest);
    return "0".repeat(16 - hex.length()) + hex;
  }
}
