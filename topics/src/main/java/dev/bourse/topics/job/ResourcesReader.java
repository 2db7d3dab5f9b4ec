package dev.bourse.topics.job;

import dev.bourse.topics.resources.Resources;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads {@code resources}: cpus, memory, disk, gpus, and any scalar that agents offer by name. */
final class ResourcesReader {

  private static final int MAX_NAMES = 32;

  /** A billion, in thousandths: far above any machine, far below an overflow. */
  private static final long MAX = 1_000_000_000_000L;

  private static final String NAMES = "1 to 63 characters of A-Z a-z 0-9 _ . -, the first a letter";

  private final Section job;

  ResourcesReader(Section job) {
    this.job = job;
  }

  @Nullable Resources read() {
    Section section = job.section("resources");
    if (section == null) {
      return JobSpec.DEFAULT_RESOURCES;
    }
    Resources resources =
        scalar(section, "cpus", 1, Unit.NUMBER)
            .plus(scalar(section, "memory", 0, Unit.MEBIBYTES))
            .plus(scalar(section, "disk", 0, Unit.MEBIBYTES))
            .plus(gpus(section));
    int names = 0;
    for (Iterator<String> it = section.names(); it.hasNext(); ) {
      String name = it.next();
      if (++names > MAX_NAMES) {
        job.error("resources", "has more than " + MAX_NAMES + " entries");
        return null;
      }
      resources = resources.plus(custom(section, name));
    }
    section.close(field -> null);
    return resources;
  }

  private static Resources gpus(Section section) {
    long gpus = section.quantity("gpus", 0, Unit.NUMBER, 0, MAX);
    if (gpus % 1_000 != 0) {
      section.error("gpus", "is " + Unit.NUMBER.show(gpus) + ", but must be a whole number");
      return Resources.EMPTY;
    }
    return positive("gpus", gpus);
  }

  private static Resources custom(Section section, String name) {
    switch (name) {
      case "cpus", "memory", "disk", "gpus" -> {
        return Resources.EMPTY;
      }
      case "cpu", "gpu", "mem", "ram" -> {
        // Taken for the name of something that no agent has, it would wait for ever.
        section.has(name);
        section.error(name, "is not a resource; did you mean '" + meant(name) + "'?");
        return Resources.EMPTY;
      }
      case "limits", "ports" -> {
        section.has(name);
        section.error(name, JobDocuments.NOT_YET);
        return Resources.EMPTY;
      }
      default -> {
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,62}")) {
          section.has(name);
          section.error(name, "is no name of a resource, which must be " + NAMES);
          return Resources.EMPTY;
        }
        return positive(name, section.quantity(name, 0, Unit.NUMBER, 0, MAX));
      }
    }
  }

  private static String meant(String name) {
    return switch (name) {
      case "cpu" -> "cpus";
      case "gpu" -> "gpus";
      default -> "memory";
    };
  }

  private static Resources scalar(Section section, String name, long min, Unit unit) {
    long fallback = JobSpec.DEFAULT_RESOURCES.scalar(name);
    return positive(name, section.quantity(name, fallback, unit, min, MAX));
  }

  private static Resources positive(String name, long thousandths) {
    return thousandths == 0 ? Resources.EMPTY : Resources.scalar(name, thousandths);
  }
}
