package io.quantumexecutor.local.emulator;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.BlobUrlParts;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.sas.BlobContainerSasPermission;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.common.sas.AccountSasPermission;
import com.azure.storage.common.sas.AccountSasResourceType;
import com.azure.storage.common.sas.AccountSasService;
import com.azure.storage.common.sas.AccountSasSignatureValues;
import io.quantumexecutor.local.emulator.JobDefinition.DataUris;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The storage account behind the workspace: containers, signatures, input and output blobs. */
final class JobBlobs {
  private static final Duration LIFETIME = Duration.ofHours(4);
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final BlobServiceClient service;
  private final InstantSource storageClock;

  /**
   * Connects to the account.
   *
   * @param storageClock the clock the storage service checks signatures by, not the jobs' clock
   */
  JobBlobs(String connectionString, InstantSource storageClock) {
    this.service = new BlobServiceClientBuilder().connectionString(connectionString).buildClient();
    this.storageClock = storageClock;
  }

  /** Creates the container if need be and signs it the way the service does: for the account. */
  String signContainer(String container) {
    service.createBlobContainerIfNotExists(container);
    AccountSasSignatureValues values =
        new AccountSasSignatureValues(
                expiry(),
                AccountSasPermission.parse("rwlac"),
                new AccountSasService().setBlobAccess(true),
                new AccountSasResourceType().setContainer(true).setObject(true))
            .setStartTime(start());
    return service.getBlobContainerClient(container).getBlobContainerUrl()
        + "?"
        + service.generateAccountSas(values);
  }

  /** Signs one blob for reading, creating and writing; the blob need not exist. */
  String signBlob(String container, String blob) {
    service.createBlobContainerIfNotExists(container);
    BlobClient client = service.getBlobContainerClient(container).getBlobClient(blob);
    BlobSasPermission permission =
        new BlobSasPermission()
            .setReadPermission(true)
            .setCreatePermission(true)
            .setWritePermission(true);
    return client.getBlobUrl() + "?" + client.generateSas(values(permission));
  }

  String signContainerForReading(String containerUri) {
    BlobContainerClient client =
        service.getBlobContainerClient(BlobUrlParts.parse(containerUri).getBlobContainerName());
    BlobContainerSasPermission permission =
        new BlobContainerSasPermission().setReadPermission(true).setListPermission(true);
    return containerUri
        + "?"
        + client.generateSas(
            new BlobServiceSasSignatureValues(expiry(), permission).setStartTime(start()));
  }

  String signForDownload(String blobUri, String fileName) {
    BlobSasPermission permission = new BlobSasPermission().setReadPermission(true);
    BlobServiceSasSignatureValues values =
        values(permission).setContentDisposition("attachment; filename=" + fileName);
    return blobUri + "?" + client(blobUri).generateSas(values);
  }

  String outputUri(DataUris uris, String blob) {
    return uris.containerUri() + "/" + blob;
  }

  /** The text of a blob, or nothing when there is no such blob. */
  Optional<String> read(String blobUri) {
    try {
      return Optional.of(client(blobUri).downloadContent().toString());
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  void write(String blobUri, String content, String contentType) {
    client(blobUri)
        .uploadWithResponse(
            new BlobParallelUploadOptions(BinaryData.fromString(content))
                .setHeaders(new BlobHttpHeaders().setContentType(contentType)),
            null,
            null);
  }

  void delete(String blobUri) {
    client(blobUri).deleteIfExists();
  }

  private BlobClient client(String blobUri) {
    BlobUrlParts parts = BlobUrlParts.parse(blobUri);
    return service
        .getBlobContainerClient(parts.getBlobContainerName())
        .getBlobClient(parts.getBlobName());
  }

  private BlobServiceSasSignatureValues values(BlobSasPermission permission) {
    return new BlobServiceSasSignatureValues(expiry(), permission).setStartTime(start());
  }

  private OffsetDateTime start() {
    return storageClock.instant().minus(SKEW).atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime expiry() {
    return storageClock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC);
  }
}
