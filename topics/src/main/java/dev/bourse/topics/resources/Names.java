package dev.bourse.topics.resources;

/** The rule for names of resources and attributes: free, as long as the text form reads back. */
final class Names {

  static final int MAX_LENGTH = 128;

  private static final String RESERVED = ";:()[]{}";

  private static final Characters CHARACTERS = new Characters(MAX_LENGTH, RESERVED);

  private Names() {}

  /**
   * The name, if it is one. Those that nearly all resources have are one object each and known to
   * be good: arithmetic compares and checks them all the time.
   */
  static String check(String what, String name) {
    return switch (name) {
      case Resources.CPUS -> Resources.CPUS;
      case Resources.MEMORY -> Resources.MEMORY;
      case Resources.DISK -> Resources.DISK;
      case Resources.GPUS -> Resources.GPUS;
      case Resources.PORTS -> Resources.PORTS;
      default -> checkAny(what, name);
    };
  }

  private static String checkAny(String what, String name) {
    if (!CHARACTERS.accept(name)) {
      throw Errors.invalid(
          what,
          name,
          "1 to "
              + MAX_LENGTH
              + " characters, none of "
              + RESERVED
              + ", no control character, and no blank at the ends");
    }
    return name;
  }
}
