package dev.bourse.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.bourse.core.StateMachine;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.core.state.table.Tables;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The rules that make replay possible (style guide, 4.3). Each says what it is good for. */
@AnalyzeClasses(packages = "dev.bourse.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {

  private static final String CORE = "dev.bourse.core";
  private static final String HANDLER = CORE + ".decide.CommandHandler";
  private static final String APPLIER = CORE + ".apply.EventApplier";

  // R1: the core is pure

  @ArchTest
  static final ArchRule SHOULD_DEPEND_ON_NOTHING_BUT_VALUES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              CORE + "..",
              "dev.bourse.topics..",
              "java.lang..",
              "java.util..",
              "java.math..",
              "org.jspecify..")
          .because(
              "the core runs in the master, in a simulator and in an audit years later; what it"
                  + " depends on must be the same in all of them. Let the host do it, and hand the"
                  + " result in with the command");

  @ArchTest
  static final ArchRule SHOULD_NOT_KNOW_KAFKA_OR_JSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.bourse.topics.kafka..", "dev.bourse.topics.codec..")
          .because("records come in decoded and go out as values; how they travel is the host's");

  // R3: no clock, no chance, no threads, no outside world

  @ArchTest
  static final ArchRule SHOULD_TAKE_TIME_FROM_THE_COMMAND =
      noClasses()
          .should()
          .accessTargetWhere(
              JavaAccess.Predicates.target(
                  owned("java.lang.System", "currentTimeMillis|nanoTime|getenv|getProperty")))
          .orShould()
          .dependOnClassesThat(resideInAPackage("java.time.."))
          .because(
              "a replay happens later and elsewhere: the command's time is the only now there is,"
                  + " and settings come in with ApplySettings");

  @ArchTest
  static final ArchRule SHOULD_TAKE_CHANCE_FROM_THE_STEP =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .accessTargetWhere(
              JavaAccess.Predicates.target(
                  owned("java.util.UUID", "randomUUID")
                      .or(owned("java.lang.Math", "random"))
                      .or(owned("java.lang.System", "identityHashCode"))
                      .or(owned("java.lang.Object", "hashCode"))))
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class)
          .because(
              "chance that is not seeded from the step comes out differently in every replay; use"
                  + " new Random(context.seed())");

  @ArchTest
  static final ArchRule SHOULD_NOT_TOUCH_THREADS_OR_THE_OUTSIDE_WORLD =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.nio..")
                  .or(assignableTo(Thread.class))
                  .or(assignableTo(ThreadLocal.class)))
          .because(
              "a step is one thread's and has no effect but its outcome, or it could not be taken"
                  + " back");

  // R4: order is part of the result

  @ArchTest
  static final ArchRule SHOULD_KEEP_COLLECTIONS_IN_A_FIXED_ORDER =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "hash collections",
                  (JavaClass used) ->
                      used.getName().matches("java\\.util\\.(Linked|Identity|Weak)?Hash(Map|Set)")))
          .orShould()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  owned("java.util.Set|java.util.Map", "of|copyOf|ofEntries")
                      .or(owned("java.util.stream.Collectors", "to(Unmodifiable)?(Set|Map)"))
                      .or(owned("java.util.stream.Collectors", "groupingBy|partitioningBy"))
                      .or(owned("java.util.*", "parallelStream|parallel"))))
          .because(
              "the order of a hash collection differs between machines and runs, and whoever"
                  + " iterates decides in that order; use TreeMap, TreeSet or a list");

  // R5: no rounding

  @ArchTest
  static final ArchRule SHOULD_HAVE_NO_FLOATING_POINT_FIELDS =
      noFields()
          .should()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(Float.class)
          .orShould()
          .haveRawType(Double.class)
          .because("sums of doubles depend on their order; count long thousandths");

  @ArchTest
  static final ArchRule SHOULD_HAVE_NO_FLOATING_POINT_PARAMETERS =
      noCodeUnits()
          .should()
          .haveRawParameterTypes(floatingPoint())
          .orShould()
          .haveRawReturnType(floatingPointType())
          .because("a share compares by multiplying crosswise, so that equal is equal");

  // R6: who may change the state

  @ArchTest
  static final ArchRule SHOULD_CHANGE_STATE_ONLY_IN_APPLIERS =
      noClasses()
          .that()
          .resideOutsideOfPackages(CORE + ".apply..", CORE + ".state..")
          // It begins a step, takes it back, and notes time and digest in the cell's row.
          .and(not(belongToAnyOf(StateMachine.class)))
          .should()
          .dependOnClassesThat(type(MutableClusterState.class))
          .orShould()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  owned(Tables.class.getName(), "put|remove|restore|begin|rollBack|clear|changes")))
          .because(
              "what changes the state outside an event is missing in every replay and on every"
                  + " standby; emit an event and write its applier");

  @ArchTest
  static final ArchRule SHOULD_LET_NOBODY_DECIDE_IN_AN_APPLIER =
      noClasses()
          .that()
          .resideInAPackage(CORE + ".apply..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      CORE + ".decide..",
                      CORE + ".context..",
                      CORE + ".allocator..",
                      CORE + ".jobs..",
                      "dev.bourse.topics.command..",
                      "dev.bourse.topics.order..",
                      "dev.bourse.topics.view..")
                  // Facts that the event of a registration carries, and a state that rows have.
                  .and(not(named("RegisterAgent")))
                  .and(not(named("Settings")))
                  .and(not(named("AgentState")))
                  .and(not(named("FrameworkState"))))
          .because(
              "an applier must do for an event for ever what it did when it was written; all it"
                  + " knows is in the event and the state");

  // R7: the grammar of names

  @ArchTest
  static final ArchRule SHOULD_NAME_HANDLERS_AFTER_THEIR_COMMAND =
      classes()
          .that()
          .areAssignableTo(describe("a handler", named(HANDLER)))
          .and()
          .areNotInterfaces()
          .should()
          .haveSimpleNameEndingWith("Handler")
          .andShould()
          .resideInAPackage(CORE + ".decide")
          .andShould()
          .haveOnlyFinalFields()
          .because("the list of files is the index of behaviour, and a handler keeps nothing");

  @ArchTest
  static final ArchRule SHOULD_NAME_APPLIERS_AFTER_THEIR_EVENT =
      classes()
          .that()
          .areAssignableTo(describe("an applier", named(APPLIER)))
          .and()
          .areNotInterfaces()
          .should()
          .haveSimpleNameEndingWith("Applier")
          .andShould()
          .resideInAPackage(CORE + ".apply")
          .because("the list of files is the index of behaviour");

  @ArchTest
  static final ArchRule SHOULD_KEEP_NOTHING_IN_AN_APPLIER =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .areAssignableTo(describe("an applier", named(APPLIER)))
          .should()
          .notBeStatic()
          .allowEmptyShould(true)
          .because("what an applier remembers is not in the changelog and so not on a standby");

  @ArchTest
  static final ArchRule SHOULD_GIVE_DECIDERS_FINAL_FIELDS_ONLY =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              CORE + ".decide..",
              CORE + ".apply..",
              CORE + ".frameworks..",
              CORE + ".jobs..",
              CORE + ".allocator..",
              CORE + ".lifecycle..",
              CORE + ".context..",
              CORE + ".event..")
          .should()
          .beFinal()
          .because("whatever lives from step to step belongs into a row");

  // R8 is ExhaustivenessTest.

  // R10: directions

  @ArchTest
  static final ArchRule SHOULD_HAVE_NO_CYCLES_BETWEEN_PACKAGES =
      slices()
          .assignedFrom(Packages.asSlices())
          .should()
          .beFreeOfCycles()
          .because("what goes round in circles can only be understood, and moved, as a whole");

  @ArchTest static final ArchRule SHOULD_LET_THE_STATE_KNOW_NOBODY = onlyUses("state", "state");

  @ArchTest static final ArchRule SHOULD_LET_EVENTS_KNOW_NOBODY = onlyUses("event", "event");

  @ArchTest
  static final ArchRule SHOULD_LET_THE_LIFECYCLE_KNOW_NOBODY = onlyUses("lifecycle", "lifecycle");

  @ArchTest
  static final ArchRule SHOULD_LET_CHECKS_SEE_THE_STATE_ONLY = onlyUses("check", "check", "state");

  @ArchTest
  static final ArchRule SHOULD_LET_APPLIERS_SEE_EVENTS_AND_STATE =
      onlyUses("apply", "apply", "event", "state");

  @ArchTest
  static final ArchRule SHOULD_LET_THE_CONTEXT_SEE_EVENTS_AND_STATE =
      onlyUses("context", "context", "event", "state");

  @ArchTest
  static final ArchRule SHOULD_LET_THE_ALLOCATOR_KNOW_NO_FRAMEWORK =
      onlyUses("allocator", "allocator", "context", "event", "state");

  @ArchTest
  static final ArchRule SHOULD_LET_THE_JOB_SERVICE_BE_A_FRAMEWORK_LIKE_ANOTHER =
      onlyUses("jobs", "jobs", "allocator", "context", "event", "state");

  @ArchTest
  static final ArchRule SHOULD_LET_HANDLERS_DECIDE_ONLY =
      onlyUses(
          "decide",
          "decide",
          "allocator",
          "frameworks",
          "jobs",
          "lifecycle",
          "context",
          "event",
          "state");

  @ArchTest
  static final ArchRule SHOULD_LET_FRAMEWORKS_BE_BESIDE_THE_JOB_SERVICE =
      onlyUses("frameworks", "frameworks", "allocator", "context", "event", "state");

  @ArchTest
  static final ArchRule SHOULD_SHOW_DECIDERS_ONLY_READABLE_STATE =
      noClasses()
          .that()
          .resideInAnyPackage(
              CORE + ".decide..",
              CORE + ".frameworks..",
              CORE + ".jobs..",
              CORE + ".allocator..",
              CORE + ".context..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CORE + ".state.mutable..", CORE + ".state.table..", CORE + ".apply..")
          .because("deciding and applying are different types, so that mixing them cannot compile");

  private static ArchRule onlyUses(String user, String... used) {
    String[] allowed = new String[used.length];
    for (int i = 0; i < used.length; i++) {
      allowed[i] = CORE + "." + used[i] + "..";
    }
    return classes()
        .that()
        .resideInAPackage(CORE + "." + user + "..")
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(CORE + "..")).or(resideInAnyPackage(allowed)))
        .because(
            "inside the core arrows point one way: StateMachine → decide → jobs, frameworks → allocator →"
                + " context → event, state; and StateMachine → apply → event, state");
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return describe(name, type -> type.getName().equals(name) || type.getSimpleName().equals(name));
  }

  private static DescribedPredicate<AccessTarget> owned(String owner, String member) {
    return describe(
        owner + "." + member,
        target -> target.getOwner().getName().matches(owner) && target.getName().matches(member));
  }

  private static DescribedPredicate<List<JavaClass>> floatingPoint() {
    return describe("floating point", types -> types.stream().anyMatch(floatingPointType()));
  }

  private static DescribedPredicate<JavaClass> floatingPointType() {
    return describe(
        "floating point",
        type -> type.getName().matches("float|double|java\\.lang\\.(Float|Double)"));
  }
}
