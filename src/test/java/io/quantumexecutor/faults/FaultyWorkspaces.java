package io.quantumexecutor.faults;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The provider behind the injector. */
record FaultyWorkspaces(SimulatedProvider provider, Injector injector)
    implements QuantumWorkspaces, QuantumWorkspace {

  private <T> T read(String operation, Supplier<T> work) {
    return injector.call(
        CallSite.read("azure " + operation), fault -> trouble(fault, Kind.TRY_LATER), work);
  }

  /** After a create without an answer nobody knows whether there is a job. */
  private <T> T write(String operation, Kind unanswered, Supplier<T> work) {
    return injector.call(
        CallSite.write("azure " + operation), fault -> trouble(fault, unanswered), work);
  }

  private static RuntimeException trouble(Fault fault, Kind unanswered) {
    return fault == Fault.THROTTLE
        ? new QuantumException(Kind.TRY_LATER, 429, "throttled", "wait", Duration.ofSeconds(20))
        : new QuantumException(unanswered, 0, "no-answer", "injected " + fault, null);
  }

  @Override
  public String integrationPartition() {
    return provider.integrationPartition();
  }

  @Override
  public QuantumWorkspace open(String partition, JobKey anyJob) {
    return this;
  }

  @Override
  public QuantumWorkspace integration() {
    return this;
  }

  @Override
  public UploadedInput upload(JobId id, byte[] input, String contentType) {
    return write("upload", Kind.TRY_LATER, () -> provider.upload(id, input, contentType));
  }

  @Override
  public ProviderJob create(NewProviderJob job) {
    return write("create", Kind.UNCERTAIN, () -> provider.create(job));
  }

  @Override
  public Optional<ProviderJob> find(JobId id) {
    return read("find", () -> provider.find(id));
  }

  @Override
  public ProviderPage list(ListQuery query) {
    return read("list", () -> provider.list(query));
  }

  @Override
  public void prioritise(JobId id, String priority) {
    write(
        "prioritise",
        Kind.UNCERTAIN,
        () -> {
          provider.prioritise(id, priority);
          return id;
        });
  }

  @Override
  public void cancel(JobId id) {
    write(
        "cancel",
        Kind.UNCERTAIN,
        () -> {
          provider.cancel(id);
          return id;
        });
  }

  @Override
  public Optional<byte[]> output(ProviderJob job) {
    return read("output", () -> provider.output(job));
  }

  @Override
  public List<TargetStatus> targets() {
    return read("targets", provider::targets);
  }

  @Override
  public List<Quota> quotas() {
    return read("quotas", provider::quotas);
  }
}
