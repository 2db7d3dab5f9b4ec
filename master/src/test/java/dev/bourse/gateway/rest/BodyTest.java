package dev.bourse.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'cpus:8;memory:16384'                      | cpus:8;memory:16384",
        "{'cpus':8,'memory':'16Gi'}                 | cpus:8;memory:16384",
        "{'cpus':'500m','memory':512,'disk':'1Gi'}  | cpus:0.5;disk:1024;memory:512",
        "{'cpus':1.5,'tokens':0}                    | cpus:1.5;tokens:0",
        "''                                         | "
      })
  void shouldReadQuantities(String json, String expected) {
    Body body = body("{'q':" + json + "}");
    assertThat(body.quantities("q")).isEqualTo(Quantities.parse(expected == null ? "" : expected));
    body.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'cpus(+eng):2;ports:[1-5]'                  | cpus(+eng):2;ports:[1-5]",
        "{'cpus(+eng@al)':2,'memory(+eng)':'2Gi'}    | cpus(+eng@al):2;memory(+eng):2048",
        "{'ports(+eng)':'[1-5]'}                     | ports(+eng):[1-5]"
      })
  void shouldReadResources(String json, String expected) {
    Body body = body("{'r':" + json + "}");
    assertThat(body.resources("r")).isEqualTo(Resources.parse(expected));
    body.close();
  }

  @Test
  void shouldReadTheRest() {
    Body body = body("{'d':'1m30s','t':'1970-01-01T00:00:01Z','n':'0.5','f':true,'a':['x','y']}");
    assertThat(body.duration("d")).isEqualTo(90_000);
    assertThat(body.time("t")).isEqualTo(1_000);
    assertThat(body.number("n", 1, 1_000)).isEqualTo(500);
    assertThat(body.flag("f")).isTrue();
    assertThat(body.agents("a")).extracting(Object::toString).containsExactly("x", "y");
    assertThat(body.has("absent")).isFalse();
    assertThat(body.text("absent")).isNull();
    body.close();
    Body.read(null).close();
    Body.read(new byte[0]).close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'duration':'soon'}     | duration    | is 'soon', but must be a duration",
        "{'duration':'31d'}      | duration    | at most 30d",
        "{'duration':5}          | duration    | is 5, but must be a text",
        "{'time':'tomorrow'}     | time        | is 'tomorrow', but must be a time like",
        "{'number':[]}           | number      | is [], but must be a number",
        "{'number':'x'}          | number      | is 'x', but must be a number from 0.001 to 1000",
        "{'number':0}            | number      | is 0, but must be a number from 0.001 to 1000",
        "{'number':'-1'}         | number      | is '-1', but must be a number from 0.001",
        "{'number':1000.5}       | number      | is 1000.5, but must be a number from 0.001",
        "{'flag':'yes'}          | flag        | is 'yes', but must be true or false",
        "{'q':7}                 | q           | is 7, but must be a text like",
        "{'q':'cpus'}            | q           | is 'cpus', but must be name:number",
        "{'q':{'cpus':'many'}}   | q.cpus      | is 'many', but must be a number",
        "{'q':{'cpus':true}}     | q.cpus      | is true, but must be a number or a text",
        "{'q':{'cpus':1e400000000}} | q.cpus   | but must be a number or a text",
        "{'q':{'memory':'1Zi'}}  | q.memory    | is '1Zi', but must be a number with",
        "{'q':{'a;b':1}}         | q.a;b       | is no name",
        "{'q':{'cpus':-1}}       | q.cpus      | but must be",
        "{'agents':[]}           | agents      | has 0 entries, but must be a list of 1",
        "{'agents':['a','a']}    | agents[1]   | is 'a' for the second time",
        "{'agents':['a','-']}    | agents[1]   | is '-', but must be 1 to 128 characters",
        "{'objects':[1]}         | objects[0]  | is 1, but must be an object",
        "{'objects':[{'x':1}]}   | objects[0].x| is not a known field; there is none",
        "{'nobody':1}            | nobody      | is not a known field; known are duration, time"
      })
  void shouldNameTheFieldAndSayWhatIsAllowed(String json, String field, String message) {
    assertThatThrownBy(() -> readAll(body(json)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.INVALID);
              assertThat(e.problem().errors())
                  .anySatisfy(
                      error -> {
                        assertThat(error.field()).isEqualTo(field);
                        assertThat(error.message()).contains(message);
                      });
            });
  }

  @Test
  void shouldNameThePlaceOfWhatIsRefusedAsAWhole() {
    Body body = body("{'list':[{}]}");
    Body entry = body.objects("list").getFirst();
    String made =
        entry.make(
            () -> {
              throw new IllegalArgumentException("limit: is bad");
            });
    assertThat(made).isNull();
    assertThat(body.isValid()).isFalse();
    assertThatThrownBy(body::close).hasMessage("list[0].limit is bad");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] | must be a JSON object", "{ | is not valid JSON", "{} {} | is not valid JSON"})
  void shouldRefuseWhatIsNoObject(String json, String message) {
    assertThatThrownBy(() -> Body.read(json.getBytes()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    assertThatThrownBy(() -> Body.read(new byte[70_000]))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
  }

  private static void readAll(Body body) {
    body.duration("duration");
    body.time("time");
    body.number("number", 1, 1_000_000);
    body.flag("flag");
    body.quantities("q");
    if (body.has("agents")) {
      body.agents("agents");
    }
    if (body.has("objects")) {
      body.objects("objects").forEach(Body::noteUnknown);
    }
    body.close();
  }

  private static Body body(String json) {
    return Body.read(json.replace('\'', '"').getBytes());
  }
}
