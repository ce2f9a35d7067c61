include $(sort $(wildcard $(BR2_EXTERNAL_HWINSIGHT_PATH)/package/*/*.mk))
