package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one object that stands for another. It has the parts of the other object and its own
 * class name. The shape of a frozen object is of this type too; it refers to no live object.
 */
final class ResolvedStandInShape extends Shape {
  private final Shape shape;

  /** The object that the live one stands for; null in the shape of a frozen object. */
  private final @Nullable Object target;

  private ResolvedStandInShape(Shape ofClass, Shape shape, @Nullable Object target) {
    super(
        shape.kind(),
        // A frozen scalar keeps only its value, so it has the value's class name from the start.
        shape.kind() == Kind.SCALAR ? shape.typeName() : ofClass.typeName(),
        ofClass.lane);
    this.shape = shape;
    this.target = target;
  }

  /**
   * The shape of an object that stands for {@code target}.
   *
   * @param ofClass the shape that all objects of its class share
   * @param shape the shape of {@code target}
   */
  static Shape of(Shape ofClass, Shape shape, Object target) {
    return shape.kind() == Kind.OPAQUE ? shape : new ResolvedStandInShape(ofClass, shape, target);
  }

  private Object target(Object object) {
    return target == null || object instanceof Frozen ? object : target;
  }

  @Override
  public Shape lasting() {
    return shape.lasting();
  }

  @Override
  public Scalar scalar() {
    return shape.scalar();
  }

  @Override
  public String family() {
    return shape.family();
  }

  @Override
  public Object plain(Object scalar) {
    return shape.plain(target(scalar));
  }

  @Override
  public Object itself(Object scalar) {
    return shape.itself(target(scalar));
  }

  @Override
  public Object keep(Object scalar) {
    return shape.keep(target(scalar));
  }

  @Override
  public long bytes(Object scalar) {
    return shape.bytes(target(scalar));
  }

  @Override
  public List<String> names() {
    return shape.names();
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    return shape.part(target(record), i);
  }

  @Override
  public boolean isTransient(int i) {
    return shape.isTransient(i);
  }

  @Override
  public boolean isOrdered() {
    return shape.isOrdered();
  }

  @Override
  public boolean isBag() {
    return shape.isBag();
  }

  @Override
  public int size(Object object) {
    return shape.size(target(object));
  }

  @Override
  public @Nullable Object primitives(Object object) {
    return shape.primitives(target(object));
  }

  @Override
  public Elements elements(Object object) {
    return shape.elements(target(object));
  }

  @Override
  public Shape beside() {
    return shape.beside();
  }

  @Override
  public Object besideOf(Object object) {
    return shape.besideOf(target(object));
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    frozen.setShape(new ResolvedStandInShape(this, shape, null));
    shape.freeze(target(live), frozen, walk);
  }
}
