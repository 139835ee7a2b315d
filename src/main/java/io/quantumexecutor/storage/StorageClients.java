package io.quantumexecutor.storage;

import com.azure.core.credential.TokenCredential;
import com.azure.data.tables.TableClientBuilder;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.queue.QueueClientBuilder;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.EventQueue;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.OwnerCounts;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.TraceContext;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;

/** The storage ports over one account. Making this object opens no connection. */
public final class StorageClients {
  static final String JOBS = "jobs";
  static final String ACTIVE_JOBS = "activejobs";
  static final String EXPIRING = "expiring";
  static final String PROGRAMS = "programs";
  static final String RESULTS = "results";
  static final String DISPATCH = "quantum-jobs";
  static final String EVENTS = "quantum-job-events";

  private final StorageAccount account;
  private final JobStore jobs;
  private final ActiveJobs activeJobs;
  private final ExpiringRows expiring;
  private final Payloads payloads;
  private final OwnerCounts ownerCounts;

  /**
   * The ports over any account.
   *
   * @param writeIds gives another text each time, unlike those of all other instances
   * @param log where rows are reported that cannot be read
   */
  public StorageClients(StorageAccount account, Supplier<String> writeIds, JobLog log) {
    this.account = account;
    jobs = new TableJobStore(account.table(JOBS), account.container(PROGRAMS), writeIds, log);
    activeJobs = new TableActiveJobs(account.table(ACTIVE_JOBS), writeIds, log);
    expiring = new TableExpiringRows(account.table(EXPIRING), log);
    payloads = new BlobPayloads(account.container(RESULTS));
    ownerCounts = new TableOwnerCounts(account.table(ACTIVE_JOBS));
  }

  /** An account reached with a connection string, as the setting AzureWebJobsStorage has it. */
  public static StorageClients fromConnectionString(String connection, JobLog log) {
    return over(account(connection), log);
  }

  static StorageAccount account(String connection) {
    return new AzureStorageAccount(
        () -> new TableClientBuilder().connectionString(connection),
        () -> new BlobContainerClientBuilder().connectionString(connection),
        () -> new QueueClientBuilder().connectionString(connection));
  }

  /**
   * An account reached with tokens.
   *
   * @param blob address of its blob service, for example {@code
   *     https://account.blob.core.windows.net}; likewise the others
   */
  public static StorageClients fromIdentity(
      URI blob, URI queue, URI table, TokenCredential credential, JobLog log) {
    return over(
        new AzureStorageAccount(
            () -> new TableClientBuilder().endpoint(table.toString()).credential(credential),
            () -> new BlobContainerClientBuilder().endpoint(blob.toString()).credential(credential),
            () -> new QueueClientBuilder().endpoint(queue.toString()).credential(credential)),
        log);
  }

  private static StorageClients over(StorageAccount account, JobLog log) {
    return new StorageClients(account, () -> UUID.randomUUID().toString(), log);
  }

  public JobStore jobs() {
    return jobs;
  }

  public ActiveJobs activeJobs() {
    return activeJobs;
  }

  public ExpiringRows expiring() {
    return expiring;
  }

  public Payloads payloads() {
    return payloads;
  }

  /** The queue of jobs to submit; its messages carry the trace of the work under way. */
  public DispatchQueue dispatchQueue(TraceContext trace) {
    return new StorageDispatchQueue(account.queue(DISPATCH), trace);
  }

  /** The queue of events about jobs; the text of an event is the message. */
  public EventQueue events() {
    return account.queue(EVENTS)::send;
  }

  public OwnerCounts ownerCounts() {
    return ownerCounts;
  }

  /** Makes the tables, containers and queues that are missing. */
  public StorageSetup setup() {
    return new StorageSetup(account);
  }
}
