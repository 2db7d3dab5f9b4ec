package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 117 and 118. */
class RolesTest {

  @ParameterizedTest(name = "case 117: ''{0}'' is a role")
  @ValueSource(
      strings = {
        "foo",
        "123",
        "foo_123",
        "*",
        "foo-bar",
        "foo.bar",
        "foo..bar",
        "...",
        "foo/bar",
        "foo/.bar",
        "a/b/c/d/e/f/g/h",
        "foo-",
        "foo*",
        "**",
        ".foo",
        "..foo",
        "foo/...",
        "A",
        "é"
      })
  void shouldAccept(String role) {
    assertThat(Roles.validate(role)).isNull();
    assertThat(Roles.check("role", role)).isEqualTo(role);
  }

  @ParameterizedTest(name = "case 118: ''{0}'' is no role")
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "-foo",
        "/",
        "/foo",
        "foo/",
        "foo//bar",
        "foo bar",
        "foo\tbar",
        "foo\nbar",
        "./foo",
        "foo/..",
        "foo/./bar",
        "foo/-bar",
        "foo/*",
        "*/foo",
        "//",
        "///",
        "../foo",
        "foo/../bar",
        "foo/.",
        "-",
        "foo/-",
        "foo/*/bar",
        " ",
        " foo",
        "foo ",
        "foo\u000bbar",
        "foo\fbar",
        "foo\rbar",
        "foo\u007fbar",
        "foo\bbar",
        "foo\u00a0bar",
        "foo/b ar",
        "*/"
      })
  void shouldRefuse(String role) {
    assertThat(Roles.validate(role))
        .isNotNull()
        .startsWith("role: is '" + role + "', but must be ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roles.check("weights", role))
        .withMessageStartingWith("weights: role: is '");
  }

  @Test
  void shouldBoundTheLength() {
    assertThat(Roles.validate("a".repeat(Roles.MAX_LENGTH))).isNull();
    assertThat(Roles.validate("a".repeat(Roles.MAX_LENGTH + 1))).contains("1 to 255 characters");
  }

  @Test
  void shouldKnowTheTree() {
    assertThat(Roles.parent("eng/backend/db")).isEqualTo("eng/backend");
    assertThat(Roles.parent("eng")).isNull();
    assertThat(Roles.isBelow("eng/backend", "eng")).isTrue();
    assertThat(Roles.isBelow("eng", "eng")).isFalse();
    assertThat(Roles.isBelow("engine", "eng")).isFalse();
    assertThat(Roles.isBelow("ops/backend", "eng")).isFalse();
  }
}
