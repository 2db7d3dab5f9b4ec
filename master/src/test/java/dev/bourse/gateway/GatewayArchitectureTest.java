package dev.bourse.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Rules R11, R13 and R14 of the style guide, for the gateway. */
@AnalyzeClasses(packages = "dev.bourse", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTest {

  /**
   * R11. The gateway may one day run without a master: it shares no more than the layout with it.
   */
  @ArchTest
  static final ArchRule shouldNotKnowTheMaster =
      noClasses()
          .that()
          .resideInAPackage("dev.bourse.gateway..")
          .should()
          .dependOnClassesThat(
              are(
                  resideInAnyPackage("dev.bourse.master..", "dev.bourse.core..")
                      .and(
                          DescribedPredicate.not(resideInAPackage("dev.bourse.master.config..")))));

  /** R13. */
  @ArchTest
  static final ArchRule resourcesShouldSpeakInTheirOwnRecords =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Path.class)
          .and()
          .arePublic()
          .should(notMentionTheProtocol());

  /** R13. */
  @ArchTest
  static final ArchRule resourcesShouldNotTouchKafka =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.smallrye.reactive.messaging..",
              "org.eclipse.microprofile.reactive.messaging..");

  @ArchTest
  static final ArchRule onlyRestShouldKnowHttp =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.bourse.gateway.view..",
              "dev.bourse.gateway.log..",
              "dev.bourse.gateway.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "dev.bourse.gateway.rest..");

  /** R14. */
  @ArchTest
  static final ArchRule shouldInjectThroughConstructors =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.bourse.gateway..")
          .should()
          .beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("dev.bourse.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldNotPrint =
      noClasses()
          .that()
          .resideInAPackage("dev.bourse.gateway..")
          .should()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule resourcesShouldBeInRest =
      classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..gateway.rest..");

  private static ArchCondition<JavaMethod> notMentionTheProtocol() {
    return new ArchCondition<>("not take or return protocol types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .filter(type -> isProtocol(type))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " mentions " + type.getName())));
      }
    };
  }

  private static boolean isProtocol(JavaClass type) {
    return type.getPackageName().startsWith("dev.bourse.topics");
  }
}
