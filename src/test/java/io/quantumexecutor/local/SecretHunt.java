package io.quantumexecutor.local;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Looks for a secret in everything an account stores, in clear or in a usual encoding. */
final class SecretHunt {
  private static final int MAX_PEEKED = 32;

  private final List<String> forms;
  private final List<String> places = new ArrayList<>();

  SecretHunt(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms = new ArrayList<>(List.of(secret, HexFormat.of().formatHex(bytes)));
    // Where base64 groups begin depends on what stands before the secret.
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      forms.add(encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 2));
    }
  }

  /** Where the secret was met so far. */
  List<String> places() {
    return List.copyOf(places);
  }

  SecretHunt text(String place, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (forms.stream().anyMatch(form -> text.contains(form) || lower.contains(form))) {
      places.add(place);
    }
    return this;
  }

  /**
   * Looks through tables, blobs and queues.
   *
   * @param queues their names; Azurite does not list them for every version of the service
   */
  SecretHunt account(String connection, List<String> queues) {
    tables(new TableServiceClientBuilder().connectionString(connection).buildClient());
    blobs(new BlobServiceClientBuilder().connectionString(connection).buildClient());
    QueueServiceClient service =
        new QueueServiceClientBuilder().connectionString(connection).buildClient();
    queues.forEach(queue -> queue(service, queue));
    return this;
  }

  private void tables(TableServiceClient service) {
    service
        .listTables()
        .forEach(
            table ->
                service
                    .getTableClient(table.getName())
                    .listEntities()
                    .forEach(
                        row ->
                            row.getProperties()
                                .forEach(
                                    (name, value) ->
                                        value(
                                            "table "
                                                + table.getName()
                                                + " "
                                                + row.getRowKey()
                                                + " "
                                                + name,
                                            value))));
  }

  private void blobs(BlobServiceClient service) {
    service
        .listBlobContainers()
        .forEach(
            container -> {
              var client = service.getBlobContainerClient(container.getName());
              client
                  .listBlobs()
                  .forEach(
                      blob -> {
                        String place = "blob " + container.getName() + "/" + blob.getName();
                        text(place, blob.getName() + blob.getMetadata());
                        value(
                            place,
                            client.getBlobClient(blob.getName()).downloadContent().toBytes());
                      });
            });
  }

  private void queue(QueueServiceClient service, String queue) {
    service
        .getQueueClient(queue)
        .peekMessages(MAX_PEEKED, null, null)
        .forEach(message -> text("queue " + queue, message.getBody().toString()));
  }

  private void value(String place, Object value) {
    if (value instanceof byte[] bytes) {
      text(place, new String(bytes, StandardCharsets.ISO_8859_1));
      text(place + " unzipped", unzipped(bytes));
    } else {
      text(place, String.valueOf(value));
    }
  }

  private static String unzipped(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notZipped) {
      return "";
    }
  }
}
