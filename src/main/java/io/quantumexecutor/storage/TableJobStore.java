package io.quantumexecutor.storage;

import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in table {@code jobs}, partitioned by owner so that the rows of one job are written in one
 * transaction, with large programs in container {@code programs}.
 */
final class TableJobStore implements JobStore {
  static final int MAX_PROGRAM_BYTES_IN_ROW = 48 * 1024;
  private static final String GZIP = "gzip";
  private static final String SEALED = "sealed";

  private final Rows rows;
  private final Blobs programs;
  private final IdempotentWrites idempotent;
  private final JobRemoval removal;
  private final RowReader reader;

  /**
   * @param writeIds gives another text each time, unlike those of all other instances
   */
  TableJobStore(Rows rows, Blobs programs, Supplier<String> writeIds, JobLog log) {
    this.rows = rows;
    this.programs = programs;
    this.idempotent = new IdempotentWrites(rows, writeIds);
    this.removal = new JobRemoval(rows, programs);
    this.reader = new RowReader(StorageClients.JOBS, log);
  }

  @Override
  public Acceptance accept(
      Job job, Submission submission, Optional<byte[]> sealed, @Nullable IdempotencyKey key) {
    byte[] packed = Submissions.pack(submission);
    TableRow row = JobRows.encode(job);
    List<RowWrite> more = new ArrayList<>();
    if (sealed.isPresent()) {
      row = row.with(JobVersion.SECRET, true);
      more.add(RowWrite.insert(secretRow(job.key(), Map.of(SEALED, sealed.get()))));
    }
    if (packed.length > MAX_PROGRAM_BYTES_IN_ROW) {
      return storeLarge(job, row, key, more, packed);
    }
    more.add(
        RowWrite.insert(
            TableRow.of(row.partition(), JobKeys.program(job.key().id()), Map.of(GZIP, packed))));
    return store(job, row, key, more);
  }

  private Acceptance storeLarge(
      Job job, TableRow row, @Nullable IdempotencyKey key, List<RowWrite> more, byte[] packed) {
    String blob = JobKeys.blob(job.key());
    programs.write(blob, packed);
    Acceptance acceptance = store(job, row, key, more);
    if (!(acceptance instanceof Acceptance.Stored)) {
      programs.delete(blob);
    }
    return acceptance;
  }

  @Override
  public Acceptance refuse(Job job, IdempotencyKey key) {
    return store(job, JobRows.encode(job), key, List.of());
  }

  private Acceptance store(
      Job job, TableRow encoded, @Nullable IdempotencyKey key, List<RowWrite> more) {
    TableRow row = idempotent.withWriteId(encoded);
    List<RowWrite> writes = new ArrayList<>(List.of(RowWrite.insert(row)));
    if (key != null) {
      writes.add(RowWrite.insert(keyRow(job, key)));
    }
    writes.addAll(more);
    return idempotent.commit(row, writes)
        ? new Acceptance.Stored(
            job.stored(JobVersion.written(IdempotentWrites.writeIdOf(row)).text()))
        : foundInstead(row, key);
  }

  private static TableRow keyRow(Job job, IdempotencyKey key) {
    return new Columns()
        .text("job_id", job.key().id().toString())
        .text("fingerprint", key.fingerprint())
        .time("created_at", job.summary().createdAt())
        .row(job.key().owner().key(), JobKeys.idempotency(key.keyHash()));
  }

  /**
   * Nobody else makes jobs under this id: a job that is there was stored by this call, its answer
   * lost, or by an earlier one for the same job.
   */
  private Acceptance foundInstead(TableRow row, @Nullable IdempotencyKey key) {
    Optional<TableRow> found = rows.get(row.partition(), row.key());
    if (found.isPresent()) {
      return JobRows.isJob(found.get())
          ? new Acceptance.Stored(reader.only(found.get(), JobRows::decode))
          : new Acceptance.Barred();
    }
    return Optional.ofNullable(key)
        .flatMap(taken -> known(new Owner(row.partition()), taken.keyHash()))
        .map(Acceptance.KeyTaken::new)
        .orElseThrow(() -> new StorageTroubleException("a conflicting row went", gone(row)));
  }

  private static RowChangedException gone(TableRow row) {
    return new RowChangedException(row.key());
  }

  @Override
  public Optional<Job> find(JobKey key) {
    return row(key).flatMap(row -> reader.only(row, JobRows::job));
  }

  private Optional<TableRow> row(JobKey key) {
    return rows.get(key.owner().key(), JobKeys.job(key.id()));
  }

  @Override
  public Optional<Submission> submission(JobKey key) {
    return rows.get(key.owner().key(), JobKeys.program(key.id()))
        .map(row -> (byte[]) row.columns().get(GZIP))
        .or(() -> programs.read(JobKeys.blob(key)))
        .map(Submissions::unpack);
  }

  @Override
  public Optional<byte[]> sealed(JobKey key) {
    return rows.get(key.owner().key(), JobKeys.secret(key.id()))
        .map(row -> (byte[]) row.columns().get(SEALED));
  }

  private static TableRow secretRow(JobKey key, Map<String, Object> columns) {
    return TableRow.of(key.owner().key(), JobKeys.secret(key.id()), columns);
  }

  @Override
  public Job update(Job job) {
    JobVersion version = versionOf(job);
    TableRow row = JobRows.encode(job).at(version.value());
    if (version.hasSecret() && job.isFinal()) {
      return endWithSecret(job, row);
    }
    return replace(job, version.hasSecret() ? row.with(JobVersion.SECRET, true) : row);
  }

  private Job replace(Job job, TableRow row) {
    return idempotent
        .replace(row)
        .map(stored -> job.stored(JobVersion.of(stored).text()))
        .orElseThrow(() -> stale(job));
  }

  /** The version with the etag; a job that a transaction stored is read again to learn it. */
  private JobVersion versionOf(Job job) {
    JobVersion version = JobVersion.of(job);
    return version.kind() != JobVersion.Kind.WRITE_ID
        ? version
        : row(job.key())
            .filter(row -> IdempotentWrites.hasWriteId(row, version.value()))
            .map(JobVersion::of)
            .orElseThrow(() -> stale(job));
  }

  /** Without its secret row, which somebody may have removed by hand, the job must still end. */
  private Job endWithSecret(Job job, TableRow row) {
    TableRow next = idempotent.withWriteId(row);
    TableRow secret = secretRow(job.key(), Map.of());
    return idempotent.commit(next, List.of(RowWrite.replace(next), RowWrite.delete(secret)))
        ? job.stored(JobVersion.written(IdempotentWrites.writeIdOf(next)).text())
        : replace(job, row);
  }

  private static StaleException stale(Job job) {
    return new StaleException("job " + job.key().id());
  }

  @Override
  public boolean tombstone(JobKey key) {
    boolean barred = idempotent.insert(JobRows.tombstone(key)).isPresent();
    if (!barred && row(key).filter(JobRows::isJob).isPresent()) {
      return false;
    }
    programs.delete(JobKeys.blob(key));
    return true;
  }

  @Override
  public void markDeleting(Job job) {
    if (idempotent.replace(JobRows.deleting(job.key()).at(versionOf(job).value())).isEmpty()) {
      throw stale(job);
    }
  }

  @Override
  public void remove(JobKey key) {
    removal.remove(key);
  }

  @Override
  public void forgetKey(JobKey job, String keyHash) {
    removal.forgetKey(job, keyHash);
  }

  @Override
  public void removeTombstone(JobKey key) {
    removal.removeTombstone(key);
  }

  @Override
  public Optional<KnownKey> known(Owner owner, String keyHash) {
    return rows.get(owner.key(), JobKeys.idempotency(keyHash))
        .map(
            row ->
                new KnownKey(
                    new JobId(UUID.fromString(row.requiredText("job_id"))),
                    row.requiredText("fingerprint")));
  }

  @Override
  public JobPage list(Owner owner, JobQuery query) {
    return new JobListing(rows, reader, query).of(owner);
  }

  @Override
  public JobPage listAll(JobQuery query) {
    return new JobListing(rows, reader, query).ofEverybody();
  }
}
