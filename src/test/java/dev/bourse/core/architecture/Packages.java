package dev.bourse.core.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Every package, with the root among them, is a slice of its own. */
final class Packages implements SliceAssignment {

  private Packages() {}

  static SliceAssignment asSlices() {
    return new Packages();
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return SliceIdentifier.of(type.getPackageName());
  }

  @Override
  public String getDescription() {
    return "packages of the core";
  }
}
