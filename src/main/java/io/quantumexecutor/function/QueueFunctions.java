package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.quantumexecutor.api.HandleQueueMessage;
import io.quantumexecutor.api.HandleQueueMessage.Handled;
import io.quantumexecutor.job.QueueMessage;
import java.util.function.Function;

/** The queue triggers: jobs to submit, dropped submissions, and messages that were given up. */
public final class QueueFunctions {
  private static final String CONNECTION = "AzureWebJobsStorage";

  private final HandleQueueMessage messages;
  private final CallScope scope;

  QueueFunctions(HandleQueueMessage messages, CallScope scope) {
    this.messages = messages;
    this.scope = scope;
  }

  @FunctionName("DispatchJob")
  public void dispatch(
      @QueueTrigger(name = "message", queueName = "quantum-jobs", connection = CONNECTION)
          String message,
      @BindingName("Id") String messageId,
      ExecutionContext context) {
    handle(QueueMessage.parse(message, messageId), context, messages::handle);
  }

  @FunctionName("HandlePoisonMessage")
  public void poison(
      @QueueTrigger(name = "message", queueName = "quantum-jobs-poison", connection = CONNECTION)
          String message,
      @BindingName("Id") String messageId,
      ExecutionContext context) {
    handle(QueueMessage.parse(message, messageId), context, messages::bury);
  }

  private void handle(
      QueueMessage message, ExecutionContext context, Function<QueueMessage, Handled> work) {
    Handled handled = scope.within(context, message.traceparent(), () -> work.apply(message));
    if (handled.isTrouble()) {
      context.getLogger().warning(handled.line());
    } else {
      context.getLogger().info(handled.line());
    }
  }
}
