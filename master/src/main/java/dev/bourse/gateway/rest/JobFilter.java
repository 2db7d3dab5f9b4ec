package dev.bourse.gateway.rest;

import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.JobView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which jobs a list is about. */
final class JobFilter implements Predicate<JobView> {

  private final @Nullable String state;
  private final @Nullable String role;
  private final Map<String, String> labels = new LinkedHashMap<>();

  JobFilter(@Nullable String state, @Nullable String role, List<String> labels) {
    this.state = state;
    this.role = role;
    for (String label : labels) {
      int equals = label.indexOf('=');
      this.labels.put(label.substring(0, equals), label.substring(equals + 1));
    }
  }

  @Override
  public boolean test(JobView job) {
    return (state == null || job.state().name().equals(state))
        && ((role == null && labels.isEmpty()) || matches(job.spec()));
  }

  private boolean matches(@Nullable JobSpec spec) {
    return spec != null
        && (role == null || spec.role().equals(role) || Roles.isBelow(spec.role(), role))
        && spec.labels().entrySet().containsAll(labels.entrySet());
  }
}
