package io.quantumexecutor.storage;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableErrorCode;
import com.azure.data.tables.models.TableServiceException;
import io.quantumexecutor.storage.RowQuery.Condition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows and their conflicts in the words of the Azure SDK. */
final class TableEntities {
  private static final String ETAG = "odata.etag";

  private TableEntities() {}

  static TableEntity entity(TableRow row) {
    return new TableEntity(row.partition(), row.key()).setProperties(new HashMap<>(row.columns()));
  }

  /** An entity that may only replace the version that was read. */
  static TableEntity versioned(TableRow row) {
    return entity(row).addProperty(ETAG, row.storedEtag());
  }

  static TableRow row(TableEntity entity) {
    Map<String, Object> columns = new HashMap<>(entity.getProperties());
    columns.keySet().removeIf(TableEntities::isSystemProperty);
    return new TableRow(entity.getPartitionKey(), entity.getRowKey(), columns, entity.getETag());
  }

  private static boolean isSystemProperty(String name) {
    return name.equals(RowQuery.PARTITION)
        || name.equals(RowQuery.KEY)
        || name.equals("Timestamp")
        || name.startsWith("odata.")
        || name.contains("@odata.");
  }

  /** The conditions as an OData filter; a quote in a text is doubled. */
  static String filter(RowQuery query) {
    return query.conditions().stream()
        .map(TableEntities::condition)
        .collect(Collectors.joining(" and "));
  }

  private static String condition(Condition condition) {
    String operator = condition.comparison().name().toLowerCase(Locale.ROOT);
    return condition.column() + " " + operator + " '" + condition.value().replace("'", "''") + "'";
  }

  /** What the error means for the row, if it is about a row. */
  static Optional<RuntimeException> conflict(TableServiceException e, String key) {
    if (isCode(e, TableErrorCode.ENTITY_ALREADY_EXISTS)) {
      return Optional.of(new RowExistsException(key));
    }
    return isCode(e, TableErrorCode.UPDATE_CONDITION_NOT_SATISFIED) || isNoSuchRow(e)
        ? Optional.of(new RowChangedException(key))
        : Optional.empty();
  }

  static boolean isNoSuchRow(TableServiceException e) {
    return isCode(e, TableErrorCode.RESOURCE_NOT_FOUND)
        || isCode(e, TableErrorCode.ENTITY_NOT_FOUND);
  }

  static boolean isCode(TableServiceException e, TableErrorCode code) {
    return e.getValue() != null && code.equals(e.getValue().getErrorCode());
  }
}
