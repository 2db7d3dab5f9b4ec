package dev.bourse.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Rules for tests (style guide, R15). */
@AnalyzeClasses(packages = "dev.bourse.core", importOptions = ImportOption.OnlyIncludeTests.class)
class TestHygieneTest {

  @ArchTest
  static final ArchRule SHOULD_NAME_TESTS_AFTER_WHAT_SHOULD_BE =
      methods()
          .that()
          .areAnnotatedWith(Test.class)
          .or()
          .areAnnotatedWith(ParameterizedTest.class)
          .should()
          .haveNameMatching("should[A-Z].*")
          .because("the list of names is then the list of what the core promises");

  @ArchTest
  static final ArchRule SHOULD_NOT_WAIT_OR_PRETEND =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.mockito..")
          .because("time is virtual here, and the real state machine is cheaper than a mock of it");
}
