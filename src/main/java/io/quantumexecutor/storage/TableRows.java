package io.quantumexecutor.storage;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableEntityUpdateMode;
import com.azure.data.tables.models.TableServiceException;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import com.azure.data.tables.models.TableTransactionFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table of Azure Table Storage. */
final class TableRows implements Rows {
  private final String table;
  private final Supplier<TableClient> client;

  TableRows(String table, Supplier<TableClient> client) {
    this.table = table;
    this.client = client;
  }

  @Override
  public Optional<TableRow> get(String partition, String key) {
    return AzureCalls.call(
        name("get"),
        () -> {
          try {
            return Optional.of(TableEntities.row(client.get().getEntity(partition, key)));
          } catch (TableServiceException e) {
            if (TableEntities.isNoSuchRow(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public String insert(TableRow row) {
    TableEntity entity = TableEntities.entity(row);
    return write(
        "insert",
        row.key(),
        () -> etag(client.get().createEntityWithResponse(entity, null, Context.NONE)));
  }

  @Override
  public String replace(TableRow row) {
    TableEntity entity = TableEntities.versioned(row);
    return write(
        "replace",
        row.key(),
        () ->
            etag(
                client
                    .get()
                    .updateEntityWithResponse(
                        entity, TableEntityUpdateMode.REPLACE, true, null, Context.NONE)));
  }

  @Override
  public void delete(String partition, String key) {
    AzureCalls.run(name("delete"), () -> client.get().deleteEntity(partition, key));
  }

  @Override
  public void commit(List<RowWrite> writes) {
    List<TableTransactionAction> actions = writes.stream().map(TableRows::action).toList();
    AzureCalls.run(
        name("commit"),
        () -> {
          try {
            client.get().submitTransaction(actions);
          } catch (TableTransactionFailedException e) {
            Integer failed = e.getFailedTransactionActionIndex();
            String key = failed == null ? "of the transaction" : writes.get(failed).row().key();
            throw TableEntities.conflict(e, key).orElse(e);
          }
        });
  }

  private static TableTransactionAction action(RowWrite write) {
    return switch (write.kind()) {
      case INSERT ->
          new TableTransactionAction(
              TableTransactionActionType.CREATE, TableEntities.entity(write.row()));
      case REPLACE ->
          new TableTransactionAction(
              TableTransactionActionType.UPDATE_REPLACE,
              TableEntities.versioned(write.row()),
              true);
      case DELETE ->
          new TableTransactionAction(
              TableTransactionActionType.DELETE, TableEntities.entity(write.row()));
    };
  }

  @Override
  public RowPage query(RowQuery query, @Nullable String token) {
    ListEntitiesOptions options = new ListEntitiesOptions().setTop(query.pageSize());
    if (!query.conditions().isEmpty()) {
      options.setFilter(TableEntities.filter(query));
    }
    return AzureCalls.call(
        name("query"),
        () -> {
          PagedResponse<TableEntity> page =
              client
                  .get()
                  .listEntities(options, null, Context.NONE)
                  .iterableByPage(token)
                  .iterator()
                  .next();
          List<TableRow> rows = page.getValue().stream().map(TableEntities::row).toList();
          return new RowPage(rows, page.getContinuationToken());
        });
  }

  private String write(String operation, String key, Supplier<String> call) {
    return AzureCalls.call(
        name(operation),
        () -> {
          try {
            return call.get();
          } catch (TableServiceException e) {
            throw TableEntities.conflict(e, key).orElse(e);
          }
        });
  }

  /** The SDK takes the closing quote off a weak etag, and storage then refuses it. */
  private static String etag(Response<Void> response) {
    String etag = response.getHeaders().getValue(HttpHeaderName.ETAG);
    return etag.startsWith("W/\"") && !etag.endsWith("\"") ? etag + '"' : etag;
  }

  private String name(String operation) {
    return "table " + table + " " + operation;
  }
}
