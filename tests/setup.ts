import { configureProperties } from '@/tests/unit/runs'

// Before each test file, of either project.
configureProperties()
