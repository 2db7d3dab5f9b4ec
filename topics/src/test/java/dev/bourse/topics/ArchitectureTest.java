package dev.bourse.topics;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.bourse.topics.codec.RecordFields;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Texts;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.InvalidDocumentException;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.view.View;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The rules of this module. Their numbers are those of the design. */
class ArchitectureTest {

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bourse.topics");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("dev.bourse.topics");

  /** The packages of what is on the wire. */
  private static final String[] WIRE = {
    "..topics.command",
    "..topics.framework",
    "..topics.id",
    "..topics.job",
    "..topics.journal",
    "..topics.liveness",
    "..topics.log",
    "..topics.order",
    "..topics.scheduler",
    "..topics.task",
    "..topics.view"
  };

  /**
   * What is in those packages and no data: it reads documents and checks, or tells what they mean.
   */
  private static final Set<Class<?>> NO_DATA =
      Set.of(JobDocuments.class, Fingerprint.class, InvalidDocumentException.class, Texts.class);

  /** Values that travel as their text. Resources and attributes have an algebra inside. */
  private static final Set<Class<?>> TEXT_FORMS =
      Set.of(
          Resources.class,
          Attributes.class,
          Quantities.class,
          JobId.class,
          TaskId.class,
          AgentId.class,
          FrameworkId.class);

  private static final Set<Class<?>> PLAIN =
      Set.of(
          int.class,
          long.class,
          boolean.class,
          String.class,
          Integer.class,
          Long.class,
          Boolean.class);

  @Test
  void shouldTouchKafkaInOnePackageOnly() { // R2
    noClasses()
        .that()
        .resideOutsideOfPackage("..topics.kafka")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(PRODUCTION);
  }

  @Test
  void shouldNeedNothingButJavaJSpecifyJacksonAndRe2() { // R2
    classes()
        .that()
        .resideOutsideOfPackage("..topics.kafka")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.bourse.topics..",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "com.google.re2j.."))
        .check(PRODUCTION);
  }

  @Test
  void shouldKeepJsonOutOfRecords() { // R2
    noClasses()
        .that()
        .areRecords()
        .and()
        .resideInAnyPackage(WIRE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(PRODUCTION);
  }

  @Test
  void shouldHaveNoFloatingPoint() { // R5
    noFields()
        .should()
        .haveRawType(describe("is float or double", ArchitectureTest::isFloating))
        .check(PRODUCTION);
    codeUnits()
        .should()
        .notHaveRawParameterTypes(
            describe(
                "hold float or double",
                types -> types.stream().anyMatch(ArchitectureTest::isFloating)))
        .check(PRODUCTION);
    methods()
        .should()
        .notHaveRawReturnType(describe("is float or double", ArchitectureTest::isFloating))
        .check(PRODUCTION);
  }

  @Test
  void shouldBeRecordsEnumsOrSealedInterfaces() { // R9
    classes()
        .that()
        .resideInAnyPackage(WIRE)
        .and()
        .arePublic()
        .and(describe("are data", type -> !NO_DATA.contains(type.reflect())))
        .should()
        .beAssignableTo(
            describe(
                "a record, an enum or a sealed interface",
                type -> type.isRecord() || type.isEnum() || type.reflect().isSealed()))
        .check(PRODUCTION);
  }

  @Test
  void shouldHaveComponentsOfTheWireOnly() { // R9
    Deque<Class<?>> open = new ArrayDeque<>();
    RecordType.all().values().forEach(type -> open.add(type.recordClass()));
    open.addAll(List.of(Command.class, Order.class, SchedulerEvent.class, View.class));
    Set<Class<?>> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (type.isSealed()) {
        open.addAll(List.of(type.getPermittedSubclasses()));
      } else if (seen.add(type)
          && !PLAIN.contains(type)
          && !TEXT_FORMS.contains(type)
          && !type.isEnum()) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        for (RecordComponent component : type.getRecordComponents()) {
          open.addAll(content(component));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(30);
  }

  @Test
  void shouldHaveNoHabitsOfOldPrograms() { // R14
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCTION);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION
        .allowEmptyShould(true)
        .check(PRODUCTION);
    noClasses().should().callMethodWhere(isNamed("printStackTrace")).check(PRODUCTION);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveSimpleName("VisibleForTesting")
        .check(PRODUCTION);
  }

  @Test
  void shouldNameTestsByWhatShouldBe() { // R15
    methods()
        .that()
        .areAnnotatedWith(Test.class)
        .or()
        .areAnnotatedWith(ParameterizedTest.class)
        .should()
        .haveNameStartingWith("should")
        .check(TESTS);
  }

  @Test
  void shouldNotSleepInTests() { // R15
    noClasses()
        .should()
        .callMethodWhere(
            isNamed("sleep").and(describe("of a thread", call -> isThread(call.getTargetOwner()))))
        .check(TESTS);
  }

  private static Set<Class<?>> content(RecordComponent component) {
    boolean isOutput = component.getDeclaringRecord() == LogChunk.class;
    return isOutput && Objects.equals(component.getType(), byte[].class)
        ? Set.of()
        : content(component.getGenericType());
  }

  private static Set<Class<?>> content(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return Set.of(RecordFields.rawType(type));
    }
    assertThat(RecordFields.rawType(type)).isIn(List.class, SortedMap.class);
    return Arrays.stream(generic.getActualTypeArguments())
        .flatMap(inside -> content(inside).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isFloating(JavaClass type) {
    return type.isEquivalentTo(float.class)
        || type.isEquivalentTo(double.class)
        || type.isEquivalentTo(Float.class)
        || type.isEquivalentTo(Double.class);
  }

  private static boolean isThread(JavaClass type) {
    return type.isEquivalentTo(Thread.class);
  }

  private static DescribedPredicate<JavaMethodCall> isNamed(String name) {
    return describe("is named " + name, call -> call.getName().equals(name));
  }
}
