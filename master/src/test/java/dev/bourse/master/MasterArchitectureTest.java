package dev.bourse.master;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.bourse.core.event.Event;
import dev.bourse.topics.command.Command;

@AnalyzeClasses(packages = "dev.bourse", importOptions = ImportOption.DoNotIncludeTests.class)
class MasterArchitectureTest {

  private static final DescribedPredicate<JavaClass> A_CONCRETE_COMMAND =
      assignableTo(Command.class).and(DescribedPredicate.not(name(Command.class.getName())));

  @ArchTest
  static final ArchRule shouldKeepStreamsToItsHost =
      noClasses()
          .that(
              resideInAPackage("dev.bourse..")
                  .and(
                      DescribedPredicate.not(
                          resideInAPackage("dev.bourse.master.streams")
                              .or(resideInAPackage("dev.bourse.master.store")))))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka.streams..")
                  .and(DescribedPredicate.not(name("org.apache.kafka.streams.KafkaStreams$State"))))
          .because("(R12) who else knows Kafka Streams cannot be tested without it");

  @ArchTest
  static final ArchRule shouldLetTheProcessorKnowNoCommandAndNoEvent =
      noClasses()
          .that(name("dev.bourse.master.streams.MasterProcessor"))
          .should()
          .dependOnClassesThat(A_CONCRETE_COMMAND.or(assignableTo(Event.class)))
          .because("(R12) the host carries records; what they mean is the core's business");

  @ArchTest
  static final ArchRule shouldLetNobodyDependOnTheHost =
      noClasses()
          .that(
              resideInAPackage("dev.bourse.core..")
                  .or(resideInAPackage("dev.bourse.topics.."))
                  .or(resideInAPackage("dev.bourse.gateway..")))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.bourse.master.streams..")
                  .or(resideInAPackage("dev.bourse.master.store.."))
                  .or(resideInAPackage("dev.bourse.master.liveness..")))
          .because("(R11) the gateway can run on its own, and the core anywhere");
}
