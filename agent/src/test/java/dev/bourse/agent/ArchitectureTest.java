package dev.bourse.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the design for this module, each with its reason. */
class ArchitectureTest {

  private static final String MACHINE = "dev.bourse.agent.machine..";

  private final JavaClasses production =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bourse.agent");

  @Test
  void shouldKeepTheMachinePure() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(MACHINE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            MACHINE,
            "dev.bourse.topics.command",
            "dev.bourse.topics.id",
            "dev.bourse.topics.liveness",
            "dev.bourse.topics.order",
            "dev.bourse.topics.resources",
            "dev.bourse.topics.task",
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify..")
        .because("the simulator runs it with a virtual clock, without IO and threads")
        .check(production);
  }

  @Test
  void shouldKeepClocksAndChanceOutOfTheMachine() {
    noClasses()
        .that()
        .resideInAPackage(MACHINE)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .because("the same events must give the same actions")
        .check(production);
  }

  @Test
  void shouldKeepUnorderedCollectionsOutOfTheMachine() {
    noClasses()
        .that()
        .resideInAPackage(MACHINE)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(HashMap.class, HashSet.class)
        .orShould()
        .callMethodWhere(
            Predicates.target(
                DescribedPredicate.describe(
                    "makes a set or map of no order",
                    target ->
                        (target.getOwner().isEquivalentTo(Set.class)
                                || target.getOwner().isEquivalentTo(Map.class))
                            && (target.getName().equals("of")
                                || target.getName().equals("copyOf")))))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Collectors.class)
        .because("actions come in an order that does not depend on hash codes")
        .check(production);
  }

  @Test
  void shouldCountInWholeNumbers() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(MACHINE)
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .check(production);
  }

  @Test
  void shouldInjectByConstructor() {
    noFields().should().beAnnotatedWith(Inject.class).check(production);
  }

  @Test
  void shouldPrintOnlyTheReadyLine() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(AgentApplication.class.getName())
        .should()
        .accessField(System.class, "out")
        .check(production);
    noClasses().should().callMethod(Throwable.class, "printStackTrace").check(production);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching("dev.bourse.agent.(*)..").should().beFreeOfCycles().check(production);
  }

  @Test
  void shouldNotWaitForTimeToPassInTests() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.bourse.agent");
    noClasses()
        .should()
        .callMethodWhere(
            Predicates.target(
                DescribedPredicate.describe(
                    "sleeps",
                    target -> isThread(target.getOwner()) && target.getName().equals("sleep"))))
        .check(tests);
  }

  private static boolean isThread(JavaClass owner) {
    return owner.isEquivalentTo(Thread.class);
  }
}
