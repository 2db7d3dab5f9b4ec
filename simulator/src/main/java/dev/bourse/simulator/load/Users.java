package dev.bourse.simulator.load;

import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * People who submit jobs: some twice, some with mistakes, some under an id that is taken; and who
 * cancel some of them, at any time.
 */
public final class Users {

  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final JobMaker jobs;
  private final int repeatOneIn;
  private final int cancelOneIn;
  private final List<String> documents = new ArrayList<>();

  /**
   * Users that have not done anything yet.
   *
   * @param repeats whether their records arrive twice now and then
   */
  public Users(
      World world,
      SimLog log,
      Chance chance,
      int roles,
      boolean large,
      boolean round,
      boolean repeats,
      int cancelOneIn) {
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.jobs = new JobMaker(chance.split(), roles, large, round);
    this.repeatOneIn = repeats ? 4 : 0;
    this.cancelOneIn = cancelOneIn;
  }

  /** Arranges so many submissions, at any time until then. */
  public void arrange(int count, long millis) {
    long at = 0;
    for (int i = 0; i < count; i++) {
      // In bursts, as people are.
      if (!chance.oneIn(3)) {
        at = chance.between(0, millis);
      }
      world.after(at, this::act);
    }
  }

  private void act() {
    switch (chance.below(20)) {
      case 0 -> submitAgain();
      case 1 -> send(anyId(), Bytes.of(jobs.job(anyId())));
      case 2 -> send(newId(), Bytes.of("{\"command\":[],\"cpu\":1}"));
      case 3 -> cancel(anyId(), "who knows");
      default -> submit();
    }
  }

  private void submit() {
    String id = newId();
    String document = jobs.job(id);
    documents.add(document);
    send(id, Bytes.of(document));
    if (chance.oneIn(cancelOneIn)) {
      world.after(chance.between(0, 600_000), () -> cancel(id, "changed my mind"));
    }
  }

  private void submitAgain() {
    if (!documents.isEmpty()) {
      int index = chance.below(documents.size());
      send("job-" + index, Bytes.of(documents.get(index)));
    }
  }

  private String newId() {
    return "job-" + documents.size();
  }

  private String anyId() {
    return "job-" + chance.below(documents.size() + 3);
  }

  private void cancel(String job, String message) {
    world.note("user", "cancels %s", job);
    send(job, Bytes.of(new CancelJob(new JobId(job), message)));
  }

  /** Takes everything back that is still there. */
  public void cancelAll(Iterable<JobId> left) {
    left.forEach(job -> cancel(job.value(), "the simulation ends"));
  }

  /** Records that no program of ours would write. */
  public void poison() {
    Topic topic = chance.of(SimLog.INPUTS);
    byte[] noise = new byte[chance.below(40)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) chance.below(256);
    }
    Bytes value =
        switch (chance.below(4)) {
          case 0 -> new Bytes(null, noise);
          case 1 -> new Bytes("dev.bourse.task.status.v1", "{}".getBytes(StandardCharsets.UTF_8));
          case 2 -> new Bytes("dev.bourse.job.submit.v99", noise);
          default ->
              new Bytes(
                  "dev.bourse.agent.register.v1",
                  "{\"agent\":\"n 1\"}".getBytes(StandardCharsets.UTF_8));
        };
    log.input(topic).append(world.now(), "k" + chance.below(3), value);
  }

  private void send(String key, Bytes document) {
    log.input(Topic.SUBMISSIONS).append(world.now(), key, document);
    if (chance.oneIn(repeatOneIn)) {
      world.after(
          chance.between(1, 120_000),
          () -> log.input(Topic.SUBMISSIONS).append(world.now(), key, document));
    }
  }
}
