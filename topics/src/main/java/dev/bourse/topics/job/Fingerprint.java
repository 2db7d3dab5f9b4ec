package dev.bourse.topics.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of what a document means: spelling, order of fields and written-out defaults do not
 * count. Fields that have their default are left out before hashing, at every level, so that a
 * later version with more fields finds the same digest for the same document.
 */
public final class Fingerprint {

  private static final JobSpec DEFAULTS =
      JobDocuments.read("{\"command\":[\"x\"]}".getBytes(StandardCharsets.UTF_8)).spec();

  private static final int BYTES = 16;

  private Fingerprint() {}

  /** 32 hexadecimal digits. */
  public static String of(JobSpec spec) {
    ObjectNode tree = Json.MAPPER.valueToTree(spec);
    removeDefaults(tree, Json.MAPPER.valueToTree(DEFAULTS));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(tree.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void removeDefaults(ObjectNode tree, ObjectNode defaults) {
    for (var field : defaults.properties()) {
      JsonNode value = tree.get(field.getKey());
      if (field.getValue().equals(value)) {
        tree.remove(field.getKey());
      } else if (value instanceof ObjectNode inner
          && field.getValue() instanceof ObjectNode innerDefaults) {
        removeDefaults(inner, innerDefaults);
      }
    }
  }
}
