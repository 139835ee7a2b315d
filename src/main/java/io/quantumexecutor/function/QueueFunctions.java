package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.lifecycle.UseCases;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.HandlePoisonMessage;
import java.util.Optional;
import java.util.function.Function;

/** The queue triggers: jobs to submit, dropped submissions, and messages that were given up. */
public final class QueueFunctions {
  private static final String CONNECTION = "AzureWebJobsStorage";

  private final DispatchJob dispatch;
  private final HandlePoisonMessage poison;
  private final AcceptDrop drops;
  private final CallScope scope;

  QueueFunctions(UseCases useCases, AcceptDrop drops, CallScope scope) {
    this.scope = scope;
    this.dispatch = useCases.dispatch();
    this.poison = useCases.poison();
    this.drops = drops;
  }

  @FunctionName("DispatchJob")
  public void dispatch(
      @QueueTrigger(name = "message", queueName = "quantum-jobs", connection = CONNECTION)
          String message,
      @BindingName("Id") String messageId,
      ExecutionContext context) {
    handle(message, messageId, context, key -> dispatch.dispatch(key).name());
  }

  @FunctionName("HandlePoisonMessage")
  public void poison(
      @QueueTrigger(name = "message", queueName = "quantum-jobs-poison", connection = CONNECTION)
          String message,
      @BindingName("Id") String messageId,
      ExecutionContext context) {
    handle(message, messageId, context, key -> "buried: " + poison.handle(key));
  }

  private void handle(
      String message, String messageId, ExecutionContext context, Function<JobKey, String> work) {
    Optional<JobKey> job = AcceptDrop.jobNamedBy(message);
    if (job.isEmpty()) {
      scope.within(context, null, () -> accept(message, messageId, context));
      return;
    }
    String trace = AcceptDrop.traceOf(message).orElse(null);
    log(context, job.get(), scope.within(context, trace, () -> work.apply(job.get())));
  }

  private boolean accept(String message, String messageId, ExecutionContext context) {
    Optional<AcceptJob.Outcome> outcome = drops.acceptOrPutBack(message, messageId);
    if (outcome.orElse(null) instanceof AcceptJob.Outcome.JobAccepted accepted) {
      log(context, accepted.job().key(), "dropped: " + accepted.job().status());
    } else if (outcome.isEmpty()) {
      context.getLogger().warning("storage is in trouble; a dropped message was put back");
    } else {
      context.getLogger().warning("a dropped message was not accepted: " + outcome.get());
    }
    return outcome.isPresent();
  }

  private static void log(ExecutionContext context, JobKey job, String what) {
    context.getLogger().info("job " + job.id() + " owner " + job.owner() + ": " + what);
  }
}
