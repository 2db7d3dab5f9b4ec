package dev.bourse.cli.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a job document that somebody wrote in JSON or YAML. */
public final class DocumentFile {

  /** Stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private DocumentFile() {}

  /** Reads a file, by a path that is relative to a directory, or standard input. */
  public static ObjectNode read(String file, Path directory, InputStream standardInput) {
    boolean standard = file.equals(STANDARD_INPUT);
    String name = standard ? "standard input" : file;
    try {
      byte[] bytes =
          standard ? standardInput.readAllBytes() : Files.readAllBytes(directory.resolve(file));
      return parse(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new CommandException(ExitCode.USAGE, name + ": no such file", e);
    } catch (JsonProcessingException e) {
      throw new CommandException(ExitCode.USAGE, name + ": " + describe(e), e);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static ObjectNode parse(String name, String text) throws JsonProcessingException {
    ObjectMapper mapper = text.stripLeading().startsWith("{") ? json() : yaml();
    JsonNode tree = mapper.readTree(text);
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new CommandException(
        ExitCode.USAGE, name + ": holds no job document, which must be one JSON or YAML object");
  }

  private static ObjectMapper json() {
    return strict(JsonMapper.builder());
  }

  private static ObjectMapper yaml() {
    return strict(YAMLMapper.builder());
  }

  /** Numbers stay as they are written; what is ambiguous is an error. */
  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
    return builder
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  private static String describe(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("is not valid");
    return e.getLocation() == null
        ? message
        : "line %d, column %d: %s"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), message);
  }
}
