package io.quantumexecutor.storage;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import java.util.Optional;
import java.util.function.Supplier;

/** A container of Azure Blob Storage. Every write is one request, so a blob is never half there. */
final class ContainerBlobs implements Blobs {
  private final String container;
  private final Supplier<BlobContainerClient> client;

  ContainerBlobs(String container, Supplier<BlobContainerClient> client) {
    this.container = container;
    this.client = client;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return AzureCalls.call(
        name("read"),
        () -> {
          try {
            return Optional.of(blob(name).downloadContent().toBytes());
          } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public void write(String name, byte[] content) {
    AzureCalls.run(name("write"), () -> upload(name, content, new BlobRequestConditions()));
  }

  @Override
  public boolean create(String name, byte[] content) {
    return AzureCalls.call(
        name("create"),
        () -> {
          try {
            upload(name, content, new BlobRequestConditions().setIfNoneMatch("*"));
            return true;
          } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_ALREADY_EXISTS.equals(e.getErrorCode())) {
              return false;
            }
            throw e;
          }
        });
  }

  private void upload(String name, byte[] content, BlobRequestConditions conditions) {
    BlockBlobSimpleUploadOptions options =
        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
            .setRequestConditions(conditions);
    blob(name).getBlockBlobClient().uploadWithResponse(options, null, Context.NONE);
  }

  @Override
  public void delete(String name) {
    AzureCalls.run(name("delete"), () -> blob(name).deleteIfExists());
  }

  private BlobClient blob(String name) {
    return client.get().getBlobClient(name);
  }

  private String name(String operation) {
    return "container " + container + " " + operation;
  }
}
