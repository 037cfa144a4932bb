package io.understudy.agent.convert;

import io.understudy.agent.config.ShapeConfig;
import io.understudy.agent.convert.RecordPlan.Slot;
import io.understudy.value.shape.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plans by shape of the source and type of the target. A plan is made when the first object of
 * its pair occurs. Thread-safe.
 */
final class RecordPlans {
  private final Map<Object, Map<TargetType, RecordPlan>> plans = new ConcurrentHashMap<>();

  /**
   * Returns the plan of a pair.
   *
   * @param config what is configured for the target
   * @throws ConversionException if no object of the type can be built; the reason has no place
   */
  RecordPlan of(Shape shape, TargetType type, ShapeConfig config) throws ConversionException {
    Map<TargetType, RecordPlan> known =
        plans.computeIfAbsent(shape.lasting(), source -> new ConcurrentHashMap<>());
    RecordPlan found = known.get(type);
    if (found == null) {
      found = plan(shape.names(), type, config);
      known.put(type, found);
    }
    return found;
  }

  private static RecordPlan plan(List<String> names, TargetType type, ShapeConfig config)
      throws ConversionException {
    try {
      return new Finder(names, type, config).plan();
    } catch (LinkageError | TypeNotPresentException missing) {
      throw new ConversionException(
          "the members of "
              + type.raw().getName()
              + " cannot be read: "
              + missing.getClass().getName());
    }
  }

  /** Finds one plan. */
  private static final class Finder {
    private final List<String> names;
    private final TargetType type;
    private final ShapeConfig config;
    private final ClassMembers members;
    private final List<Construction> ways = new ArrayList<>();
    private final List<Constructor<?>> constructors = new ArrayList<>();
    private final @Nullable Method builder;

    Finder(List<String> names, TargetType type, ShapeConfig config) {
      this.names = names;
      this.type = type;
      this.config = config;
      this.members = new ClassMembers(type.raw());
      this.builder = members.builderMethod();
    }

    RecordPlan plan() throws ConversionException {
      Map<String, Member> setters = members.setters();
      for (Constructor<?> each : members.constructors()) {
        constructors.add(each);
        ways.add(
            Construction.constructor(
                each.getParameterCount(), members.parameters(each), setters.keySet()));
      }
      Method start = builder;
      if (start != null) {
        ways.add(
            Construction.builder(
                start.getName(), members.builderParts(start.getReturnType()).keySet()));
      }
      ConstructionChoice choice =
          ConstructionChoice.of(type.raw().getName(), ways, members.fieldNames(), names, config);
      if (!choice.unsupplied().isEmpty()) {
        throw new ConversionException(
            type.raw().getName()
                + " has a part "
                + choice.unsupplied().get(0)
                + ", which the control's object does not have; name it under types: defaults,"
                + " constants or parts");
      }
      return choice.index() < constructors.size()
          ? ofConstructor(choice, constructors.get(choice.index()), setters)
          : ofBuilder(choice);
    }

    private RecordPlan ofConstructor(
        ConstructionChoice choice, Constructor<?> constructor, Map<String, Member> setters)
        throws ConversionException {
      List<TargetType> types =
          type.resolve(constructor.getGenericParameterTypes(), constructor.getParameterTypes());
      List<String> parameters = choice.construction().parameters();
      List<Slot> slots = new ArrayList<>();
      for (int i = 0; parameters != null && i < parameters.size(); i++) {
        slots.add(slot(parameters.get(i), types.get(i), null));
      }
      MethodHandle maker = Members.handle(constructor);
      return new RecordPlan(
          type,
          maker
              .asType(maker.type().generic())
              .asSpreader(Object[].class, maker.type().parameterCount()),
          null,
          slots,
          settings(choice, setters, type),
          unplaced(choice));
    }

    private RecordPlan ofBuilder(ConstructionChoice choice) throws ConversionException {
      Method start = builder;
      if (start == null) {
        throw new IllegalStateException("no builder");
      }
      Class<?> owner = start.getReturnType();
      Method end = members.buildMethod(owner);
      if (end == null) {
        throw new IllegalStateException("no build method");
      }
      TargetType builderType = TargetType.of(owner);
      return new RecordPlan(
          type,
          Members.handle(start)
              .asType(MethodType.methodType(Object.class))
              .asSpreader(Object[].class, 0),
          Members.handle(end).asType(MethodType.methodType(Object.class, Object.class)),
          Collections.emptyList(),
          settings(choice, members.builderParts(owner), builderType),
          unplaced(choice));
    }

    /** The parts that are set after the constructor, or given to the builder. */
    private List<Slot> settings(
        ConstructionChoice choice, Map<String, Member> setters, TargetType owner)
        throws ConversionException {
      List<String> parameters = choice.construction().parameters();
      List<Slot> slots = new ArrayList<>();
      for (Map.Entry<String, Member> each : setters.entrySet()) {
        String name = each.getKey();
        boolean hasSource = config.constants().containsKey(name) || indexOf(name) >= 0;
        if (hasSource && (parameters == null || !parameters.contains(name))) {
          PartSetter setter =
              each.getValue() instanceof Field
                  ? PartSetter.of((Field) each.getValue(), owner)
                  : PartSetter.of((Method) each.getValue(), owner);
          slots.add(slot(name, setter.type(), setter));
        }
      }
      return slots;
    }

    private List<Slot> unplaced(ConstructionChoice choice) {
      List<Slot> slots = new ArrayList<>();
      for (String name : choice.unplaced()) {
        slots.add(slot(name, TargetType.OBJECT, null));
      }
      return slots;
    }

    private Slot slot(String name, TargetType of, @Nullable PartSetter setter) {
      boolean isConstant = config.constants().containsKey(name);
      return new Slot(
          isConstant ? -1 : indexOf(name), name, of, config.constants().get(name), setter);
    }

    /** The index of the source of a part; -1 if there is none. */
    private int indexOf(String target) {
      for (int i = 0; i < names.size(); i++) {
        if (config.target(names.get(i)).equals(target)) {
          return i;
        }
      }
      return -1;
    }
  }
}
