package io.quantumexecutor.api.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.target.price.CircuitFacts;
import io.quantumexecutor.target.price.Price;
import io.quantumexecutor.target.price.Quote;
import io.quantumexecutor.target.price.Tariff;

/** How prices look on the wire: amounts are numbers, what is not known is null. */
public final class PriceViews {
  private PriceViews() {}

  /** How a target's price is made. */
  static ObjectNode tariff(Tariff tariff) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("unit", tariff.unit());
    view.put("formula", tariff.formula());
    view.put("source", tariff.origin().source());
    view.put("source_date", tariff.origin().asOf().toString());
    return view;
  }

  /** The price as sent, with what it would be with and without error mitigation. */
  public static ObjectNode quote(Quote quote) {
    Price price = quote.asSent();
    ObjectNode view = bounds(price);
    view.put("formula", price.formula());
    view.put("source", price.origin().source());
    view.put("source_date", price.origin().asOf().toString());
    if (quote.withMitigation() != null && quote.withoutMitigation() != null) {
      view.set("with_mitigation", bounds(quote.withMitigation()));
      view.set("without_mitigation", bounds(quote.withoutMitigation()));
    }
    return view;
  }

  public static ObjectNode facts(CircuitFacts facts) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("qubits", facts.qubits());
    view.put("depth", facts.depth());
    view.put("one_qubit_gates", facts.oneQubitGates());
    view.put("two_qubit_gates", facts.twoQubitGates());
    view.put("larger_gates", facts.largerGates());
    view.put("measurements", facts.measurements());
    view.put("resets", facts.resets());
    view.put("conditionals", facts.conditionals());
    return view;
  }

  private static ObjectNode bounds(Price price) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("unit", price.unit());
    view.put("lower", price.lower());
    view.put("upper", price.upper());
    ArrayNode readings = view.putArray("readings");
    for (Price.Reading reading : price.readings()) {
      readings.addObject().put("name", reading.name()).put("amount", reading.amount());
    }
    return view;
  }
}
