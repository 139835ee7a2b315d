package io.quantumexecutor.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Events about jobs in the JSON format of CloudEvents 1.0, structured mode. The same change always
 * has the same id, so that receivers can drop repeats.
 */
public final class CloudEvents {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SOURCE = "/api/jobs";
  private static final String TYPE = "io.quantumexecutor.job.";

  private CloudEvents() {}

  public static String text(Job job, StatusChange change) {
    String id = job.key().id().toString();
    ObjectNode event = MAPPER.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id + "-" + change.sequence());
    event.put("source", SOURCE);
    event.put("type", TYPE + change.status().name().toLowerCase(Locale.ROOT));
    event.put("subject", id);
    event.put("time", change.at().toString());
    // The extension "sequence" of CloudEvents: text whose alphabetical order is the order in time.
    event.put("sequence", Integer.toString(change.sequence()));
    event.put("datacontenttype", "application/json");
    event.set("data", data(job, change));
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  private static ObjectNode data(Job job, StatusChange change) {
    String id = job.key().id().toString();
    String self = SOURCE + "/" + id;
    ObjectNode data = MAPPER.createObjectNode();
    data.put("job_id", id);
    data.put("owner", job.key().owner().key());
    data.put("status", change.status().name());
    data.put("provider_status", change.providerStatus());
    data.put("backend", job.summary().backend());
    ObjectNode links = data.putObject("links");
    links.put("self", self);
    links.put("result", self + "/result");
    return data;
  }
}
