package io.quantumexecutor.local.benchmark;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The storage calls that accepting a job cannot do without, made with the SDK and nothing around
 * it: one row, one transaction, one message, with the content that a real job left behind.
 */
final class BareSubmission {
  private final TableClient activeJobs;
  private final TableClient jobs;
  private final QueueClient queue;
  private final TableEntity activeRow;
  private final List<TableEntity> jobRows;
  private final String message;

  /** Takes the only job of a storage account for a pattern. */
  BareSubmission(String connectionString) {
    TableServiceClient tables =
        new TableServiceClientBuilder().connectionString(connectionString).buildClient();
    activeJobs = tables.getTableClient("activejobs");
    jobs = tables.getTableClient("jobs");
    queue =
        new QueueClientBuilder()
            .connectionString(connectionString)
            .queueName("quantum-jobs")
            .buildClient();
    activeRow = activeJobs.listEntities().stream().findFirst().orElseThrow();
    jobRows = jobs.listEntities().stream().toList();
    message = queue.peekMessage().getBody().toString();
  }

  /**
   * Stores what a job needs.
   *
   * @param name unlike that of all other jobs
   */
  void store(String name) {
    activeJobs.createEntity(copy(activeRow, name));
    jobs.submitTransaction(
        jobRows.stream()
            .map(
                row ->
                    new TableTransactionAction(
                        TableTransactionActionType.CREATE, copy(row, row.getRowKey() + name)))
            .toList());
    queue.sendMessage(message);
  }

  private static TableEntity copy(TableEntity row, String key) {
    Map<String, Object> columns = new HashMap<>(row.getProperties());
    columns.keySet().removeIf(name -> name.equals("Timestamp") || name.contains("odata."));
    columns.put("RowKey", key);
    return new TableEntity(row.getPartitionKey(), key).setProperties(columns);
  }
}
