package dev.bourse.topics.resources;

/** The names of the kinds of values, for people, and the refusal to mix them. */
final class Kinds {

  private Kinds() {}

  static String name(Value value) {
    return switch (value) {
      case Scalar s -> "scalar";
      case Ranges r -> "ranges";
      case Items i -> "items";
      case Text t -> "text";
    };
  }

  static IllegalArgumentException mixed(Value value, Value other) {
    return Errors.invalid(
        Kinds.name(other), other.toString(), Kinds.name(value) + " like " + value);
  }
}
