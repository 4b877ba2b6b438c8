# Each KAFKA_A_B is a.b of the properties; a folder that is formatted already stays as it is.
set -euf
export -p | sed -n "s/^export KAFKA_\([A-Z_]*\)='\(.*\)'$/\1=\2/p" |
  sed 's/^\([A-Z_]*\)=\(.*\)$/\2\n\1/;h;s/.*\n//;y/ABCDEFGHIJKLMNOPQRSTUVWXYZ_/abcdefghijklmnopqrstuvwxyz./;G;s/^\(.*\)\n\(.*\)\n.*$/\1=\2/' > /tmp/server.properties
java="/opt/java/bin/java -Xmx512m -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp /opt/kafka/*"
$java kafka.tools.StorageTool format --ignore-formatted -t AAAAAAAAQACAAAAAAAAAAA -c /tmp/server.properties
exec $java kafka.Kafka /tmp/server.properties
