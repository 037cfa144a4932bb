package io.understudy.value.library;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of amounts and currencies of JSR 354 (Moneta) and Joda-Money. An amount is a record of
 * {@code amount}, a decimal, and {@code currency}. A currency is compared by its code. The rounding
 * and storage of an amount are no parts.
 */
final class Money {
  private static final List<String> NAMES =
      Collections.unmodifiableList(Arrays.asList("amount", "currency"));

  private Money() {}

  /** An amount of JSR 354, which requires amounts and currencies to be immutable. */
  static Shape amount(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> number = Accessors.method(api, "getNumber");
    Class<?> numbers = api.getMethod("getNumber").getReturnType();
    Function<Object, @Nullable Object> exact =
        Accessors.with(numbers, "numberValueExact", Class.class, BigDecimal.class);
    return record(
        type,
        amount -> exact.apply(Accessors.present(number.apply(amount))),
        Accessors.method(api, "getCurrency"));
  }

  static Shape currency(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return code(type, Accessors.method(api, "getCurrencyCode"));
  }

  /** A {@code Money} or {@code BigMoney} of Joda-Money. */
  static @Nullable Shape jodaAmount(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return type.getName().startsWith("org.joda.money.")
        ? record(
            type, Accessors.method(type, "getAmount"), Accessors.method(type, "getCurrencyUnit"))
        : null;
  }

  /** A currency of Joda-Money. */
  static Shape jodaCurrency(Class<?> type) throws ReflectiveOperationException {
    return code(type, Accessors.method(type, "getCode"));
  }

  private static Shape code(Class<?> type, Function<Object, @Nullable Object> code) {
    return ShapeFactory.scalar(type, Scalar.ENUM, unit -> String.valueOf(code.apply(unit)));
  }

  private static Shape record(
      Class<?> type,
      Function<Object, @Nullable Object> amount,
      Function<Object, @Nullable Object> currency) {
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    accessors.add(amount);
    accessors.add(currency);
    return ShapeFactory.sharableRecord(type.getName(), NAMES, accessors);
  }
}
