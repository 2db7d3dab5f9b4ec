package dev.bourse.topics.resources;

/**
 * A fact about a machine, never consumed.
 *
 * @param name 1 to 128 characters without {@code ; : ( ) [ ] { }}
 * @param value of any kind
 */
public record Attribute(String name, Value value) {

  /** Checks the name. */
  public Attribute {
    Names.check("attribute name", name);
  }

  /** As it is parsed: {@code rack:r1}. */
  @Override
  public String toString() {
    return name + ":" + value;
  }
}
