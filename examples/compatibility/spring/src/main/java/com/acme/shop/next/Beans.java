package com.acme.shop.next;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.stereotype.Component;

/**
 * Where the agent gets candidates that are beans: {@code factory: com.acme.shop.next.Beans#orders}.
 */
@Component
public class Beans implements BeanFactoryAware {
  private static volatile BeanFactory beans;

  @Override
  public void setBeanFactory(BeanFactory context) {
    beans = context;
  }

  /** The bean as the context has it, behind its proxy; throws as long as the context starts. */
  public static Orders orders() {
    return beans.getBean(Orders.class);
  }
}
