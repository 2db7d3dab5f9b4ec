package dev.bourse.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.job.JobSpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'command':['x']}",
        "{'command':['/bin/sh','-c','']}",
        "{'shell':'echo hi | wc'}",
        "{'name':'n','labels':{'a':'b','c':''},'role':'a/b','command':['x','y z','']}",
        "{'shell':'x','env':{'A':'1','B':''},'workdir':'/tmp','user':'u','stdin':'a\\nb'}",
        "{'shell':'x','resources':{'cpus':'500m','memory':'1G','disk':0,'gpus':2,'tokens':0.25}}",
        "{'shell':'x','resources':{'memory':0}}",
        "{'shell':'x','priority':0,'timeout':'1h30m','killGrace':'0','ttl':'1ms'}",
        "{'shell':'x','logs':{'cap':'1000B'}}",
        "{'shell':'x','logs':{'cap':0}}",
        "{'shell':'x','logs':{'cap':'1Gi'}}",
        "{'shell':'x','retry':{'attempts':3}}",
        "{'shell':'x','retry':{'attempts':3,'on':[1,255,'AGENT_REMOVED',7],"
            + "'backoff':{'initial':'10m','factor':1.125,'max':'20m','jitter':0}}}"
      })
  void shouldMakeTheSameJobAgain(String text) {
    JobSpec spec = read(text.replace('\'', '"'));

    JobSpec again = read(SpecDocument.of(spec).toString());

    assertThat(again).isEqualTo(spec);
    assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(spec));
  }

  @Test
  void shouldLookAsAPersonWouldWriteIt() {
    JobSpec spec = read("{\"command\":[\"x\"],\"timeout\":\"90s\",\"resources\":{\"cpus\":0.5}}");

    assertThat(SpecDocument.of(spec))
        .hasToString(
            "{\"command\":[\"x\"],"
                + "\"resources\":{\"cpus\":0.5,\"disk\":\"1Gi\",\"memory\":\"256Mi\"},"
                + "\"timeout\":\"1m30s\"}");
  }

  private static JobSpec read(String document) {
    return JobDocuments.read(document.getBytes(StandardCharsets.UTF_8)).spec();
  }
}
