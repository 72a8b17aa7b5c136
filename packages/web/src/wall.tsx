import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/base.css'

createRoot(document.body).render(<StrictMode>wall</StrictMode>)
