package dev.bourse.topics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  private static final String FULL =
      """
      {
        "id": "hello-1",
        "name": "Say hello",
        "labels": {"team": "x", "a": "1"},
        "role": "eng/backend",
        "command": ["/bin/echo", "hello"],
        "env": {"B": "2", "A": "1"},
        "workdir": "sub",
        "user": "nobody",
        "stdin": "in",
        "resources": {"cpus": 0.5, "memory": "1Gi", "gpus": 1, "fpga": "500m"},
        "priority": 99,
        "retry": {"attempts": 3, "backoff": {"initial": "2s"}, "on": [75, "LAUNCH_FAILED"]},
        "timeout": "1h30m",
        "killGrace": "250ms",
        "logs": {"cap": "1Mi"},
        "ttl": "1d"
      }
      """;

  /** Frozen: jobs are remembered with their fingerprint, so a change of these values is a break. */
  @Test
  void shouldNeverChange() {
    assertThat(of("{\"command\":[\"x\"]}")).isEqualTo("44136fa355b3678a1146ad16f7e8649e");
    assertThat(of("{\"shell\":\"x\"}")).isEqualTo("1894d024efe3cbb9a8148b7a88984f31");
    assertThat(of(FULL)).isEqualTo("022f9dfcb83255fb1ca40402b8663ab7");
  }

  @ParameterizedTest(name = "{0} means what {1} means")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // order
        "'name':'n','role':'r'              | 'role':'r','name':'n'",
        "'env':{'A':'1','B':'2'}            | 'env':{'B':'2','A':'1'}",
        "'retry':{'on':[1,2,'CANCELLED']}   | 'retry':{'on':['CANCELLED',2,1,2]}",
        // spelling
        "'resources':{'cpus':0.5}           | 'resources':{'cpus':'500m'}",
        "'resources':{'cpus':2}             | 'resources':{'cpus':2.000}",
        "'resources':{'memory':'1Gi'}       | 'resources':{'memory':1024}",
        "'timeout':'90s'                    | 'timeout':'PT1M30S'",
        "'logs':{'cap':1}                   | 'logs':{'cap':'1024Ki'}",
        "'env':{'A':1}                      | 'env':{'A':'1'}",
        "'name':'\\u0061'                   | 'name':'a'",
        // defaults, at every level
        "``                    | 'id':'somebody'",
        "``                    | 'role':'default','priority':50,'labels':{},'env':{}",
        "``                    | 'resources':{'cpus':1,'memory':256,'disk':'1Gi','gpus':0}",
        "``                    | 'timeout':'0','killGrace':'5s','ttl':'7d','logs':{'cap':'10Mi'}",
        "``                    | 'retry':{'attempts':0,'on':[],'backoff':{'initial':'1s'}}",
        "``                    | 'retry':{'backoff':{'factor':2,'max':'5m','jitter':0.1}}",
        "'user':'u'            | 'user':'u','env':{},'workdir':null",
        "'retry':{'attempts':1} | 'retry':{'attempts':1,'backoff':{'factor':2}}"
      })
  void shouldNotDependOnForm(String one, String other) {
    assertThat(with(one)).isEqualTo(with(other));
  }

  @Test
  void shouldTakeAShellLineForWhatItIs() {
    assertThat(of("{\"shell\":\"a b\"}"))
        .isEqualTo(of("{\"command\":[\"/bin/sh\",\"-c\",\"a b\"]}"));
  }

  @Test
  void shouldDependOnEveryMeaning() {
    String[] documents = {
      "{'command':['x']}",
      "{'command':['y']}",
      "{'command':['x','']}",
      "{'command':['x','a','b']}",
      "{'command':['x','a b']}",
      "{'command':['x'],'name':'n'}",
      "{'command':['x'],'labels':{'n':'m'}}",
      "{'command':['x'],'labels':{'m':'n'}}",
      "{'command':['x'],'env':{'n':'m'}}",
      "{'command':['x'],'role':'r'}",
      "{'command':['x'],'workdir':'n'}",
      "{'command':['x'],'user':'n'}",
      "{'command':['x'],'stdin':'n'}",
      "{'command':['x'],'priority':51}",
      "{'command':['x'],'resources':{'cpus':1.001}}",
      "{'command':['x'],'resources':{'memory':1}}",
      "{'command':['x'],'resources':{'disk':1}}",
      "{'command':['x'],'resources':{'gpus':1}}",
      "{'command':['x'],'resources':{'fpga':1}}",
      "{'command':['x'],'retry':{'attempts':1}}",
      "{'command':['x'],'retry':{'attempts':2}}",
      "{'command':['x'],'retry':{'attempts':1,'on':[1]}}",
      "{'command':['x'],'retry':{'attempts':1,'on':[2]}}",
      "{'command':['x'],'retry':{'attempts':1,'on':['CANCELLED']}}",
      "{'command':['x'],'retry':{'attempts':1,'backoff':{'initial':'2s'}}}",
      "{'command':['x'],'retry':{'attempts':1,'backoff':{'factor':3}}}",
      "{'command':['x'],'retry':{'attempts':1,'backoff':{'max':'2s'}}}",
      "{'command':['x'],'retry':{'attempts':1,'backoff':{'jitter':0}}}",
      "{'command':['x'],'timeout':'1s'}",
      "{'command':['x'],'killGrace':'1s'}",
      "{'command':['x'],'ttl':'1s'}",
      "{'command':['x'],'logs':{'cap':1}}"
    };
    Map<String, String> seen = new HashMap<>();
    for (String document : documents) {
      String fingerprint = of(document.replace('\'', '"'));
      assertThat(fingerprint).matches("[0-9a-f]{32}");
      assertThat(seen.put(fingerprint, document)).as(document).isNull();
    }
  }

  private static String with(String fields) {
    return of(Documents.valid(fields.replace('\'', '"')));
  }

  private static String of(String json) {
    return Fingerprint.of(Documents.read(json).spec());
  }
}
