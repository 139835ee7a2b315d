package io.quantumexecutor.storage;

import com.azure.core.http.HttpClient;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.TableErrorCode;
import com.azure.data.tables.models.TableServiceException;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import java.util.function.Supplier;

/** A real storage account, or Azurite. Clients are built when they are first called. */
final class AzureStorageAccount implements StorageAccount {
  private final Supplier<TableClientBuilder> tables;
  private final Supplier<BlobContainerClientBuilder> containers;
  private final Supplier<QueueClientBuilder> queues;
  private final Supplier<HttpClient> http = new Lazy<>(StorageRetryPolicy::httpClient);

  /** Each supplier gives a builder of its own that knows where to go and as whom. */
  AzureStorageAccount(
      Supplier<TableClientBuilder> tables,
      Supplier<BlobContainerClientBuilder> containers,
      Supplier<QueueClientBuilder> queues) {
    this.tables = tables;
    this.containers = containers;
    this.queues = queues;
  }

  @Override
  public Rows table(String name) {
    return new TableRows(name, new Lazy<>(() -> tableClient(name)));
  }

  @Override
  public Blobs container(String name) {
    return new ContainerBlobs(name, new Lazy<>(() -> containerClient(name)));
  }

  @Override
  public Messages queue(String name) {
    return new QueueMessages(name, new Lazy<>(() -> queueClient(name)));
  }

  @Override
  public void createTable(String name) {
    AzureCalls.run(
        "table " + name + " create",
        () -> {
          try {
            tableClient(name).createTable();
          } catch (TableServiceException e) {
            if (!TableEntities.isCode(e, TableErrorCode.TABLE_ALREADY_EXISTS)) {
              throw e;
            }
          }
        });
  }

  @Override
  public void createContainer(String name) {
    AzureCalls.run(
        "container " + name + " create", () -> containerClient(name).createIfNotExists());
  }

  @Override
  public void createQueue(String name) {
    AzureCalls.run("queue " + name + " create", () -> queueClient(name).createIfNotExists());
  }

  private TableClient tableClient(String name) {
    return tables
        .get()
        .httpClient(http.get())
        .retryOptions(StorageRetryPolicy.tableRetries())
        .tableName(name)
        .buildClient();
  }

  private BlobContainerClient containerClient(String name) {
    return containers
        .get()
        .httpClient(http.get())
        .retryOptions(StorageRetryPolicy.storageRetries())
        .containerName(name)
        .buildClient();
  }

  /** The host reads messages as plain text, so nothing may be encoded. */
  private QueueClient queueClient(String name) {
    return queues
        .get()
        .httpClient(http.get())
        .retryOptions(StorageRetryPolicy.storageRetries())
        .messageEncoding(QueueMessageEncoding.NONE)
        .queueName(name)
        .buildClient();
  }
}
