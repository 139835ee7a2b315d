package io.quantumexecutor.local.host;

import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.queue.QueueClientBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Optional;

/**
 * The least that takes a job and does not lose it at once: reads the JSON, writes one table row,
 * sends one queue message and answers 202, with the same library, SDKs and JSON parser as this app.
 * Cold starts are measured against it.
 */
public final class BareFunction {
  @FunctionName("Bare")
  public HttpResponseMessage submit(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "bare",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context)
      throws JsonProcessingException {
    String connection = System.getenv("AzureWebJobsStorage");
    JsonNode job = new ObjectMapper().readTree(request.getBody().orElseThrow());
    new TableClientBuilder()
        .connectionString(connection)
        .tableName("jobs")
        .buildClient()
        .createEntity(
            new TableEntity("bare", context.getInvocationId())
                .addProperty("program", job.path("program").asText()));
    new QueueClientBuilder()
        .connectionString(connection)
        .queueName("quantum-jobs")
        .buildClient()
        .sendMessage(context.getInvocationId());
    return request
        .createResponseBuilder(HttpStatus.ACCEPTED)
        .header("Content-Type", "application/json")
        .body("{\"id\":\"" + context.getInvocationId() + "\"}")
        .build();
  }
}
