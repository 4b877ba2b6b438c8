{{/* What Dapr's injector is told of the sidecar of a service. Given `root`, `app`, `it`. */}}
{{- define "todo-mesh.daprAnnotations" -}}
# A sidecar reads these when it starts: a pod whose rights changed is made anew.
checksum/mesh: {{ cat (include (print .root.Template.BasePath "/components.yaml") .root) (include (print .root.Template.BasePath "/configurations.yaml") .root) | sha256sum }}
{{ include "todo-mesh.sidecarAnnotations" (merge (dict "config" .app) .) }}
dapr.io/app-port: "3000"
dapr.io/app-protocol: http
dapr.io/app-token-secret: {{ .it.appApiTokenSecret }}
dapr.io/enable-app-health-check: "true"
dapr.io/app-health-check-path: /healthz
dapr.io/app-health-probe-interval: "1"
# A sidecar that is no native one is told to end with its service: it goes on until that is gone.
dapr.io/block-shutdown-duration: {{ add (int .it.preStopSeconds) (int .it.drainSeconds) }}s
{{- with include "todo-mesh.sidecarSecret" . }}
dapr.io/env-from-secret: {{ . | quote }}
{{- end }}
{{- end }}

{{/* What it is told of any sidecar. Given `root`, `app`, `it`, and the `config` that says what it may. */}}
{{- define "todo-mesh.sidecarAnnotations" -}}
{{- $dapr := .root.Values.dapr -}}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .app }}
dapr.io/config: {{ include "todo-mesh.fullname" .root }}-{{ .config }}
dapr.io/api-token-secret: {{ .it.daprApiTokenSecret }}
# Nothing in the pod asks Kubernetes for anything.
dapr.io/disable-builtin-k8s-secret-store: "true"
dapr.io/enable-native-sidecar: {{ $dapr.nativeSidecar | quote }}
dapr.io/graceful-shutdown-seconds: {{ $dapr.gracefulShutdownSeconds | quote }}
# Its own choice is 9090, which is where the service has its ops port.
dapr.io/metrics-port: "9091"
dapr.io/log-as-json: "true"
dapr.io/log-level: {{ $dapr.logLevel }}
dapr.io/sidecar-seccomp-profile-type: RuntimeDefault
dapr.io/sidecar-cpu-request: {{ .it.sidecar.requests.cpu | quote }}
dapr.io/sidecar-memory-request: {{ .it.sidecar.requests.memory | quote }}
dapr.io/sidecar-memory-limit: {{ .it.sidecar.limits.memory | quote }}
{{- with .it.sidecar.limits.cpu }}
dapr.io/sidecar-cpu-limit: {{ . | quote }}
{{- end }}
dapr.io/env: GOMEMLIMIT={{ include "todo-mesh.goMemory" .it.sidecar.limits.memory }}
{{- if .root.Values.postgresql.caSecret }}
dapr.io/volume-mounts: postgresql-ca:/run/todo-mesh/postgresql
{{- end }}
{{- end }}

{{/* The authority of PostgreSQL's certificate, for sidecars. */}}
{{- define "todo-mesh.postgresqlCaVolume" -}}
{{- with .Values.postgresql.caSecret }}
- name: postgresql-ca
  secret:
    secretName: {{ . }}
    items: [{ key: {{ $.Values.postgresql.caKey }}, path: ca.crt }]
{{- end }}
{{- end }}

{{/* Nine tenths of `256Mi` or `1Gi`, as Go writes it. */}}
{{- define "todo-mesh.goMemory" -}}
{{- $mb := ternary (mul 1024 (trimSuffix "Gi" . | int)) (trimSuffix "Mi" . | int | int64) (hasSuffix "Gi" .) -}}
{{- div (mul $mb 9) 10 }}MiB
{{- end }}

{{- define "todo-mesh.env" -}}
{{- $v := .root.Values }}
{{- $full := include "todo-mesh.fullname" .root -}}
- { name: MESH_PORT, value: "3000" }
- { name: OPS_HOST, value: "0.0.0.0" }
- { name: OPS_PORT, value: "9090" }
- { name: DAPR_HTTP_PORT, value: "3500" }
- { name: DAPR_GRPC_PORT, value: "50001" }
- { name: LOG_LEVEL, value: {{ .it.logLevel }} }
- { name: PUBSUB_NAME, value: {{ $full }}-pubsub }
- { name: PUBSUB_BROADCAST_NAME, value: {{ $full }}-pubsub-broadcast }
- { name: STATE_STORE_NAME, value: {{ $full }}-statestore }
- { name: SECRET_STORE_NAME, value: {{ $full }}-secretstore }
- name: DAPR_API_TOKEN
  valueFrom: { secretKeyRef: { name: {{ .it.daprApiTokenSecret }}, key: token } }
- name: APP_API_TOKEN
  valueFrom: { secretKeyRef: { name: {{ .it.appApiTokenSecret }}, key: token } }
{{- if eq .app "chat-api" }}
- { name: PORT, value: "8080" }
# Without a sign-in provider only a port-forward reaches it.
- { name: PUBLIC_HOST, value: {{ ternary "127.0.0.1" "0.0.0.0" (eq $v.auth.mode "dev") | quote }} }
- { name: AUTH_MODE, value: {{ $v.auth.mode }} }
{{- if eq $v.auth.mode "oidc" }}
- { name: OIDC_ISSUER, value: {{ $v.auth.oidc.issuer | quote }} }
- { name: OIDC_AUDIENCE, value: {{ $v.auth.oidc.audience | quote }} }
{{- if $v.auth.oidc.caSecret }}
- { name: NODE_EXTRA_CA_CERTS, value: /run/todo-mesh/oidc/ca.crt }
{{- end }}
{{- with $v.auth.oidc.jwksUrl }}
- { name: OIDC_JWKS_URL, value: {{ . | quote }} }
{{- end }}
{{- with $v.auth.oidc.pageClientId }}
- { name: OIDC_PAGE_CLIENT_ID, value: {{ . | quote }} }
- { name: OIDC_PAGE_SCOPE, value: {{ $v.auth.oidc.pageScope | quote }} }
{{- end }}
{{- with $v.auth.oidc.clientIds }}
- { name: OIDC_CLIENT_IDS, value: {{ join "," . | quote }} }
{{- end }}
{{- end }}
{{- if $v.model.baseUrl }}
- { name: MODEL_BASE_URL, value: {{ $v.model.baseUrl | quote }} }
- { name: MODEL, value: {{ $v.model.name | quote }} }
- { name: MODEL_PROFILE, value: {{ $v.model.profile }} }
{{- end }}
{{- end }}
{{- range $name, $value := .it.env }}
- { name: {{ $name }}, value: {{ include "todo-mesh.text" $value }} }
{{- end }}
{{- with .it.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Where pods run. Given `it` and `selector`. */}}
{{- define "todo-mesh.placement" -}}
{{- with .it.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .it.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .it.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
{{- if .it.topologySpreadConstraints }}
{{- toYaml .it.topologySpreadConstraints | nindent 2 }}
{{- else }}
{{- $selector := .selector }}
{{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- $selector | nindent 8 }}
{{- end }}
{{- end }}
{{- end }}

{{/* The authority of the sign-in provider: where it is mounted, and from what. */}}
{{- define "todo-mesh.oidcCaMount" -}}
{{- if and (eq .Values.auth.mode "oidc") .Values.auth.oidc.caSecret }}
- { name: oidc-ca, mountPath: /run/todo-mesh/oidc, readOnly: true }
{{- end }}
{{- end }}

{{- define "todo-mesh.oidcCaVolume" -}}
{{- if and (eq .Values.auth.mode "oidc") .Values.auth.oidc.caSecret }}
- name: oidc-ca
  secret:
    secretName: {{ .Values.auth.oidc.caSecret }}
    items: [{ key: {{ .Values.auth.oidc.caKey }}, path: ca.crt }]
{{- end }}
{{- end }}
