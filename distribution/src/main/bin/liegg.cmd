@echo off
rem Runs the liegg command of this installation. See bin/liegg for the variables that it reads:
rem JAVA_HOME, LIEGG_JAVA_OPTS, LIEGG_PLUGINS, LIEGG_CACHE.
setlocal
for %%I in ("%~dp0..") do set "LIEGG_ROOT=%%~fI"
if defined JAVA_HOME (set "LIEGG_JAVA=%JAVA_HOME%\bin\java.exe") else (set "LIEGG_JAVA=java.exe")
if defined JAVA_HOME if not exist "%LIEGG_JAVA%" (
  echo liegg: LIEGG-JAVA-MISSING: no Java found; install a JDK 17 or later, or set JAVA_HOME 1>&2
  exit /b 70
)
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=3"
if not defined COLUMNS set "COLUMNS=100"
"%LIEGG_JAVA%" -XX:+UseSerialGC -Xms32m -XX:+DisplayVMOutputToStderr -XX:+IgnoreUnrecognizedVMOptions ^
  --enable-native-access=ALL-UNNAMED "-Dorg.liegg.cli.home=%LIEGG_ROOT%" "-Dorg.liegg.cli.columns=%COLUMNS%" ^
  -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.liegg.cli.meant=80 %LIEGG_JAVA_OPTS% ^
  -cp "%LIEGG_ROOT%\lib\*" org.liegg.cli.Main %*
set "LIEGG_CODE=%ERRORLEVEL%"
if %LIEGG_CODE% geq 80 if %LIEGG_CODE% leq 99 (
  set /a LIEGG_CODE-=80
  goto :end
)
if %LIEGG_CODE% equ 150 (
  set LIEGG_CODE=70
  goto :end
)
if %LIEGG_CODE% equ 130 goto :end
echo liegg: LIEGG-JVM-FAILED: the Java virtual machine ended with %LIEGG_CODE% before the command had an answer; what it says is above 1>&2
set LIEGG_CODE=70
:end
exit /b %LIEGG_CODE%
