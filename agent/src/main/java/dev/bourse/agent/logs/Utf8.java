package dev.bourse.agent.logs;

import java.nio.ByteBuffer;

/** Where text may be cut. */
final class Utf8 {

  private static final int LONGEST = 4;

  private Utf8() {}

  /**
   * How many bytes of a buffer to take so that no character is cut: all, or up to three less. What
   * is not UTF-8 is taken as it is.
   */
  static int wholeCharacters(ByteBuffer bytes) {
    int length = bytes.limit();
    for (int back = 1; back <= Math.min(LONGEST, length); back++) {
      int lead = bytes.get(length - back) & 0xFF;
      if (lead < 0x80) {
        return length;
      }
      if (lead >= 0xC0) {
        return lengthOf(lead) > back ? length - back : length;
      }
    }
    return length;
  }

  private static int lengthOf(int lead) {
    if (lead >= 0xF0) {
      return 4;
    }
    return lead >= 0xE0 ? 3 : 2;
  }
}
