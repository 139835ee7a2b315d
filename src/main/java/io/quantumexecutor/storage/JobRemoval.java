package io.quantumexecutor.storage;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import java.util.Optional;

/** Takes jobs out of table {@code jobs} and container {@code programs}, the job's own row last. */
final class JobRemoval {
  private final Rows rows;
  private final Blobs programs;

  JobRemoval(Rows rows, Blobs programs) {
    this.rows = rows;
    this.programs = programs;
  }

  void remove(JobKey key) {
    String partition = key.owner().key();
    JobId id = key.id();
    programs.delete(JobKeys.blob(key));
    rows.delete(partition, JobKeys.program(id));
    rows.delete(partition, JobKeys.secret(id));
    rows.delete(partition, JobKeys.job(id));
  }

  void forgetKey(JobKey job, String keyHash) {
    String partition = job.owner().key();
    String key = JobKeys.idempotency(keyHash);
    Optional<TableRow> row = rows.get(partition, key);
    if (row.isPresent() && job.id().toString().equals(row.get().text("job_id"))) {
      rows.delete(partition, key);
    }
  }

  void removeTombstone(JobKey key) {
    Optional<TableRow> row = rows.get(key.owner().key(), JobKeys.job(key.id()));
    if (row.isPresent() && JobRows.isTombstone(row.get())) {
      rows.delete(key.owner().key(), JobKeys.job(key.id()));
    }
  }
}
