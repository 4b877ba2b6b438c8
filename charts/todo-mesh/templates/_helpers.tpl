{{/* Names: 38 characters at most, so that "-notification-service-ops" still fits. */}}
{{- define "todo-mesh.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 38 | trimSuffix "-" }}
{{- end }}

{{- define "todo-mesh.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 38 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 38 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{/* The services, by app-id, and the block of values that each has. */}}
{{- define "todo-mesh.services" -}}
chat-api: chatApi
notification-service: notificationService
reminder-service: reminderService
{{- end }}

{{/* What never changes, for a selector cannot. Given `root` and `component`. */}}
{{- define "todo-mesh.selector" -}}
app.kubernetes.io/name: {{ include "todo-mesh.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "todo-mesh.labels" -}}
{{ include "todo-mesh.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: todo-mesh
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* An image. Given `root` and `image`. */}}
{{- define "todo-mesh.image" -}}
{{- $registry := default .root.Values.image.registry .root.Values.global.imageRegistry }}
{{- $name := ternary .image.repository (printf "%s/%s" $registry .image.repository) (empty $registry) }}
{{- if .image.digest }}
{{- printf "%s@%s" $name .image.digest }}
{{- else }}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion .image.tag) }}
{{- end }}
{{- end }}

{{- define "todo-mesh.pullSecrets" -}}
{{- with concat .Values.global.imagePullSecrets .Values.image.pullSecrets | uniq }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{/* What a namespace with enforce=restricted wants of a pod, and more. */}}
{{- define "todo-mesh.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "todo-mesh.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Quotes a number as it is written: Helm reads large ones as floats. */}}
{{- define "todo-mesh.text" -}}
{{- if kindIs "float64" . }}{{ ternary (printf "%.0f" .) (toString .) (eq (floor .) .) | quote }}{{ else }}{{ toString . | quote }}{{ end }}
{{- end }}

{{/* What dapr/ and the tables of the contracts say, generated; the place is added here. */}}
{{- define "todo-mesh.mesh" -}}
{{ .Files.Get "files/mesh.yaml" }}
{{- end }}

{{/* Where Kafka is and how to get in, for a component. */}}
{{- define "todo-mesh.kafkaAccess" -}}
{{- with .Values.kafka }}
- name: brokers
  value: {{ join "," .brokers | quote }}
{{- $certificate := and .tls.enabled .tls.certificateSecret }}
- name: authType
  value: {{ ternary (ternary "mtls" "none" (not (empty $certificate))) "password" (eq .sasl.mechanism "none") }}
{{- if ne .sasl.mechanism "none" }}
- name: saslMechanism
  value: {{ .sasl.mechanism }}
- name: saslUsername
  secretKeyRef: { name: {{ .sasl.existingSecret }}, key: {{ .sasl.usernameKey }} }
- name: saslPassword
  secretKeyRef: { name: {{ .sasl.existingSecret }}, key: {{ .sasl.passwordKey }} }
{{- end }}
{{- if not .tls.enabled }}
- name: disableTls
  value: "true"
{{- end }}
{{- if and .tls.enabled .tls.caSecret }}
- name: caCert
  secretKeyRef: { name: {{ .tls.caSecret }}, key: {{ .tls.caKey }} }
{{- end }}
{{- if $certificate }}
- name: clientCert
  secretKeyRef: { name: {{ .tls.certificateSecret }}, key: {{ .tls.certificateKey }} }
- name: clientKey
  secretKeyRef: { name: {{ .tls.certificateSecret }}, key: {{ .tls.privateKeyKey }} }
{{- end }}
{{- end }}
{{- end }}

{{/* The secrets that a service reads through its sidecar, as the sidecar's environment. Dapr splits the list at commas
     before plain names only, and ours have hyphens: so a service has one. */}}
{{- define "todo-mesh.sidecarSecret" -}}
{{- if and (eq .app "reminder-service") .root.Values.operator.existingSecret -}}
ops-token={{ .root.Values.operator.existingSecret }}:{{ .root.Values.operator.key }}
{{- else if and (eq .app "chat-api") (eq .root.Values.auth.mode "dev") -}}
auth-dev-secret={{ .root.Values.auth.dev.existingSecret }}:{{ .root.Values.auth.dev.key }}
{{- else if and (eq .app "chat-api") .root.Values.model.existingSecret -}}
model-api-key={{ .root.Values.model.existingSecret }}:{{ .root.Values.model.key }}
{{- end }}
{{- end }}
